package tidings.command.eventstore;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A DATETIME column holds a moment in UTC and does not say so. */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static Instant utc(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }

    public static @Nullable Instant utcOrNull(@Nullable LocalDateTime column) {
        return column == null ? null : utc(column);
    }
}
