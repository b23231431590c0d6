package tidings.query.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position that each assigned partition is read from. One whose position is pending is paused until it has been read
 * from the views; one that failed waits a little first, so that the others flow meanwhile.
 */
final class PartitionPositions {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionPositions.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration COMPARE_AFTER = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, TopicProjection> topics;
    private final ConsumerState state;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    /** Each with the time from which on it may be sought. */
    private final Map<TopicPartition, Long> pending = new HashMap<>();
    /** Failed partitions with the position at which they failed. */
    private final Map<TopicPartition, Long> failed = new HashMap<>();

    private long lastCompared = System.nanoTime();

    PartitionPositions(Consumer<byte[], byte[]> consumer, Map<String, TopicProjection> topics, ConsumerState state) {
        this.consumer = consumer;
        this.topics = topics;
        this.state = state;
    }

    void assigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            // any position will do while it is paused; without one the consumer would look for a committed offset
            consumer.seek(partition, 0);
            pending.put(partition, System.nanoTime());
        }
    }

    void revoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            next.remove(partition);
            pending.remove(partition);
            failed.remove(partition);
            state.goesOn(partition.toString());
        }
    }

    boolean holds(TopicPartition partition) {
        return next.containsKey(partition);
    }

    long position(TopicPartition partition) {
        return next.getOrDefault(partition, -1L);
    }

    /** What was read is in the views now. */
    void advance(TopicPartition partition, long to) {
        next.put(partition, to);
        failed.remove(partition);
        state.goesOn(partition.toString());
    }

    /** Its position is no longer known. */
    void reset(TopicPartition partition) {
        reset(partition, Duration.ZERO);
    }

    /** It cannot go on for now; that is told until it has got further. */
    void fail(TopicPartition partition, String reason) {
        Long position = next.get(partition);
        if (position != null) {
            failed.put(partition, position);
        }
        state.stuck(partition.toString(), reason);
        reset(partition, RETRY);
    }

    private void reset(TopicPartition partition, Duration wait) {
        next.remove(partition);
        pending.put(partition, System.nanoTime() + wait.toNanos());
        if (consumer.assignment().contains(partition)) {
            consumer.pause(List.of(partition));
        }
    }

    /** Seeks every pending partition that may go on to its position; answers false when one still waits. */
    boolean seekPending() {
        boolean allKnown = compareWithViews();
        long now = System.nanoTime();
        for (Map.Entry<TopicPartition, Long> waiting : Map.copyOf(pending).entrySet()) {
            TopicPartition partition = waiting.getKey();
            if (waiting.getValue() - now > 0) {
                allKnown = false;
                continue;
            }
            try {
                seek(partition);
            } catch (RuntimeException e) {
                LOG.warn("the position of {} cannot be read yet: {}", partition, e.toString());
                state.stuck(partition.toString(), "its position cannot be read: " + e);
                pending.put(partition, now + RETRY.toNanos());
                allKnown = false;
            }
        }
        return allKnown;
    }

    private void seek(TopicPartition partition) {
        TopicProjection topic = topics.get(partition.topic());
        if (topic == null || !consumer.assignment().contains(partition)) {
            pending.remove(partition);
            return;
        }
        OptionalLong known = topic.position(partition.partition());
        long offset = known.isPresent() ? known.getAsLong() : begin(topic, partition);
        consumer.seek(partition, offset);
        consumer.resume(List.of(partition));
        next.put(partition, offset);
        pending.remove(partition);
        if (failed.getOrDefault(partition, -1L) != offset) {
            failed.remove(partition);
            state.goesOn(partition.toString());
        }
    }

    private long begin(TopicProjection topic, TopicPartition partition) {
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        topic.begin(partition.partition(), first);
        return topic.position(partition.partition()).orElse(first);
    }

    /** A quiet partition would never notice that a replay has moved its position: so this compares now and then. */
    private boolean compareWithViews() {
        if (System.nanoTime() - lastCompared < COMPARE_AFTER.toNanos()) {
            return true;
        }
        lastCompared = System.nanoTime();
        try {
            for (Map.Entry<TopicPartition, Long> known : Map.copyOf(next).entrySet()) {
                TopicProjection topic = topics.get(known.getKey().topic());
                if (topic != null
                        && topic.position(known.getKey().partition()).orElse(known.getValue()) != known.getValue()) {
                    reset(known.getKey());
                }
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the positions cannot be compared: {}", e.toString());
            return false;
        }
    }

    /** Records that are in the log and not in the views. */
    long lag() {
        return next.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0L))
                .sum();
    }
}
