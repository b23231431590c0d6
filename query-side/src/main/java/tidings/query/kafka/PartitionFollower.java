package tidings.query.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.query.projection.Advance;
import tidings.query.projection.PositionMoved;
import tidings.query.projection.SeqGap;

/**
 * Follows the partitions that the group gives it. A partition is read only from the position that the views remember;
 * after any failure it is set back there and tried again, so nothing is ever skipped. Used by one thread.
 */
final class PartitionFollower implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, TopicProjection> topics = new HashMap<>();
    private final ConsumerState state;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();

    PartitionFollower(Consumer<byte[], byte[]> consumer, List<TopicProjection> topics, ConsumerState state) {
        this.consumer = consumer;
        topics.forEach(topic -> this.topics.put(topic.topic(), topic));
        this.state = state;
        consumer.subscribe(this.topics.keySet(), this);
    }

    /** One turn: places what is not placed, takes what has come, applies it. */
    void turn() {
        boolean allPlaced = place();
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(allPlaced ? POLL : PAUSE);
        } catch (InvalidOffsetException e) {
            e.partitions().forEach(partition -> lose(partition, "the log no longer holds its position: replay"));
            return;
        }
        for (TopicProjection topic : topics.values()) {
            apply(topic, records);
        }
        state.turned(lag());
    }

    private void apply(TopicProjection topic, ConsumerRecords<byte[], byte[]> records) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        List<Advance.Move> moves = new ArrayList<>();
        List<TopicPartition> partitions = records.partitions().stream()
                .filter(partition -> partition.topic().equals(topic.topic()) && next.containsKey(partition))
                .toList();
        for (TopicPartition partition : partitions) {
            batch.addAll(records.records(partition));
            moves.add(new Advance.Move(
                    partition.partition(), next.getOrDefault(partition, 0L), consumer.position(partition)));
        }
        if (!moves.isEmpty()) {
            apply(topic, partitions, batch, moves);
        }
    }

    private void apply(
            TopicProjection topic,
            List<TopicPartition> partitions,
            List<ConsumerRecord<byte[], byte[]>> batch,
            List<Advance.Move> moves) {
        try {
            topic.apply(new Advance(topic.topic(), moves), batch);
            moves.forEach(move -> next.put(new TopicPartition(topic.topic(), move.partition()), move.to()));
            partitions.forEach(partition -> state.goesOn(partition.toString()));
        } catch (SeqGap e) {
            LOG.warn("ALARM {}-{} stops: {}", topic.topic(), e.partition(), e.getMessage());
            partitions.forEach(this::setBack);
            lose(new TopicPartition(topic.topic(), e.partition()), String.valueOf(e.getMessage()));
        } catch (PositionMoved e) {
            LOG.info("reads its positions again: {}", e.getMessage());
            partitions.forEach(this::setBack);
        } catch (RuntimeException e) {
            LOG.warn("a batch was rolled back and will be tried again: {}", e.toString());
            partitions.forEach(partition -> lose(partition, e.toString()));
        }
    }

    private void lose(TopicPartition partition, String reason) {
        state.stuck(partition.toString(), reason);
        setBack(partition);
    }

    private void setBack(TopicPartition partition) {
        next.remove(partition);
        unplaced.add(partition);
        if (consumer.assignment().contains(partition)) {
            consumer.pause(List.of(partition));
        }
    }

    /** Seeks every new or set-back partition to its position; answers false when some could not be placed. */
    private boolean place() {
        boolean allPlaced = true;
        for (TopicPartition partition : List.copyOf(unplaced)) {
            try {
                place(partition);
            } catch (RuntimeException e) {
                LOG.warn("cannot place {} yet: {}", partition, e.toString());
                state.stuck(partition.toString(), "its position cannot be read: " + e);
                allPlaced = false;
            }
        }
        return allPlaced;
    }

    private void place(TopicPartition partition) {
        if (!consumer.assignment().contains(partition)) {
            unplaced.remove(partition);
            return;
        }
        TopicProjection topic = topics.get(partition.topic());
        if (topic == null) {
            return;
        }
        OptionalLong known = topic.position(partition.partition());
        long offset = known.isPresent() ? known.getAsLong() : begin(topic, partition);
        consumer.seek(partition, offset);
        consumer.resume(List.of(partition));
        next.put(partition, offset);
        unplaced.remove(partition);
    }

    private long begin(TopicProjection topic, TopicPartition partition) {
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        topic.begin(partition.partition(), first);
        return topic.position(partition.partition()).orElse(first);
    }

    private long lag() {
        return next.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0L))
                .sum();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        unplaced.addAll(partitions);
        state.assigned(true);
        LOG.info("assigned {}", partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            next.remove(partition);
            unplaced.remove(partition);
            state.goesOn(partition.toString());
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        onPartitionsRevoked(partitions);
    }
}
