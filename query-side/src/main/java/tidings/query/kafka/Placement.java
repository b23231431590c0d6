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
 * Where each assigned partition is read from. One that has no place yet, or has lost it, is paused until its position
 * has been read from the views; one that failed waits a little first, so that the others flow meanwhile.
 */
final class Placement {

    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, TopicProjection> topics;
    private final ConsumerState state;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    /** Each with the time from which on it may be placed. */
    private final Map<TopicPartition, Long> unplaced = new HashMap<>();
    /** Failed partitions with the position at which they failed. */
    private final Map<TopicPartition, Long> failed = new HashMap<>();

    private long lastLook = System.nanoTime();

    Placement(Consumer<byte[], byte[]> consumer, Map<String, TopicProjection> topics, ConsumerState state) {
        this.consumer = consumer;
        this.topics = topics;
        this.state = state;
    }

    void assigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        for (TopicPartition partition : partitions) {
            // any position will do while it is paused; without one the consumer would look for a committed offset
            consumer.seek(partition, 0);
            unplaced.put(partition, System.nanoTime());
        }
    }

    void revoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            next.remove(partition);
            unplaced.remove(partition);
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
    void setBack(TopicPartition partition) {
        setBack(partition, Duration.ZERO);
    }

    /** It cannot go on for now; that is told until it has got further. */
    void lose(TopicPartition partition, String reason) {
        Long position = next.get(partition);
        if (position != null) {
            failed.put(partition, position);
        }
        state.stuck(partition.toString(), reason);
        setBack(partition, RETRY);
    }

    private void setBack(TopicPartition partition, Duration wait) {
        next.remove(partition);
        unplaced.put(partition, System.nanoTime() + wait.toNanos());
        if (consumer.assignment().contains(partition)) {
            consumer.pause(List.of(partition));
        }
    }

    /** Seeks every partition that may be placed to its position; answers false when one could not be. */
    boolean place() {
        boolean allPlaced = look();
        long now = System.nanoTime();
        for (Map.Entry<TopicPartition, Long> waiting : Map.copyOf(unplaced).entrySet()) {
            TopicPartition partition = waiting.getKey();
            if (waiting.getValue() - now > 0) {
                allPlaced = false;
                continue;
            }
            try {
                place(partition);
            } catch (RuntimeException e) {
                LOG.warn("cannot place {} yet: {}", partition, e.toString());
                state.stuck(partition.toString(), "its position cannot be read: " + e);
                unplaced.put(partition, now + RETRY.toNanos());
                allPlaced = false;
            }
        }
        return allPlaced;
    }

    private void place(TopicPartition partition) {
        TopicProjection topic = topics.get(partition.topic());
        if (topic == null || !consumer.assignment().contains(partition)) {
            unplaced.remove(partition);
            return;
        }
        OptionalLong known = topic.position(partition.partition());
        long offset = known.isPresent() ? known.getAsLong() : begin(topic, partition);
        consumer.seek(partition, offset);
        consumer.resume(List.of(partition));
        next.put(partition, offset);
        unplaced.remove(partition);
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

    /** A quiet partition would never notice that a replay has moved its position: so look now and then. */
    private boolean look() {
        if (System.nanoTime() - lastLook < LOOK.toNanos()) {
            return true;
        }
        lastLook = System.nanoTime();
        try {
            for (Map.Entry<TopicPartition, Long> placed : Map.copyOf(next).entrySet()) {
                TopicProjection topic = topics.get(placed.getKey().topic());
                if (topic != null
                        && topic.position(placed.getKey().partition()).orElse(placed.getValue()) != placed.getValue()) {
                    setBack(placed.getKey());
                }
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("cannot look at the positions: {}", e.toString());
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
