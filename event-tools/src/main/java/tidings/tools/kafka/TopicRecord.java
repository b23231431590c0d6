package tidings.tools.kafka;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the events topic, by its key and headers.
 *
 * @param streamId null when it is no event
 * @param seq -1 when it is no event
 */
public record TopicRecord(
        int partition, long offset, @Nullable UUID streamId, long seq) {}
