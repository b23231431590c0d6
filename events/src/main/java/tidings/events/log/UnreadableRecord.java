package tidings.events.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that is no event of this build: unknown type, broken JSON, missing headers.
 *
 * @param streamId null when not even the key could be read
 * @param seq null when it could not be read
 */
public record UnreadableRecord(
        Origin origin, @Nullable UUID streamId, @Nullable Long seq, String type, String reason, byte[] payload)
        implements LogRecord {}
