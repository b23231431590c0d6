package tidings.tools.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that was not deleted. */
record Message(
        String id,
        long seq,
        Instant at,
        @Nullable String authorId,
        @Nullable Instant editedAt,
        String body) {}
