package tidings.gateway.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to where each partition was published, committed now and then instead of with every poll: a commit costs the broker
 * as much as a message does. Who takes over publishes at most the last interval again, which subscribers drop. For the
 * consumer's thread.
 */
final class PublishedOffsets {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedOffsets.class);

    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final long everyNanos;
    private long committedAtNanos = System.nanoTime();

    PublishedOffsets(Duration every) {
        this.everyNanos = every.toNanos();
    }

    void published(Map<TopicPartition, OffsetAndMetadata> next) {
        uncommitted.putAll(next);
    }

    /** Does not wait for the broker. */
    void commitIfDue(Consumer<?, ?> kafka) {
        if (uncommitted.isEmpty() || System.nanoTime() - committedAtNanos < everyNanos) {
            return;
        }
        committedAtNanos = System.nanoTime();
        kafka.commitAsync(Map.copyOf(uncommitted), (offsets, failure) -> {
            if (failure != null) {
                LOG.debug("an offset commit failed; a later one covers it", failure);
            }
        });
        uncommitted.clear();
    }

    /** Partitions go to another gateway: it begins where this one ended. */
    void giveUp(Consumer<?, ?> kafka, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> last = new HashMap<>(uncommitted);
        last.keySet().retainAll(partitions);
        uncommitted.keySet().removeAll(partitions);
        if (!last.isEmpty()) {
            try {
                kafka.commitSync(last);
            } catch (KafkaException e) {
                LOG.debug("the last offsets could not be committed; they are published again elsewhere", e);
            }
        }
    }
}
