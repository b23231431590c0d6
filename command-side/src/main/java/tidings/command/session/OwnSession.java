package tidings.command.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session as its owner sees it; {@code current} is the one that asks. */
public record OwnSession(
        String id,
        @Nullable String device,
        Instant startedAt,
        @Nullable Instant usedAt,
        boolean current) {}
