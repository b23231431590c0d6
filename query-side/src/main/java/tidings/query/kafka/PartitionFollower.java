package tidings.query.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.query.projection.PositionMovedException;
import tidings.query.projection.PositionUpdate;
import tidings.query.projection.SeqGapException;

/**
 * Follows the partitions that the group gives it. A partition is read only from the position that the views remember;
 * after any failure it is reset to it and tried again, so nothing is ever skipped. Used by one thread.
 */
final class PartitionFollower implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Consumer<byte[], byte[]> consumer;
    private final BatchWindow window;
    private final Map<String, TopicProjection> topics = new HashMap<>();
    private final ConsumerState state;
    private final PartitionPositions positions;

    PartitionFollower(
            Consumer<byte[], byte[]> consumer, BatchWindow window, List<TopicProjection> topics, ConsumerState state) {
        this.consumer = consumer;
        this.window = window;
        topics.forEach(topic -> this.topics.put(topic.topic(), topic));
        this.state = state;
        this.positions = new PartitionPositions(consumer, this.topics, state);
        consumer.subscribe(this.topics.keySet(), this);
    }

    /** One turn: seeks the partitions whose position is pending, polls, applies what came. */
    void turn() {
        boolean allKnown = positions.seekPending();
        try {
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records =
                    window.poll(consumer, allKnown ? POLL : PAUSE);
            topics.values().forEach(topic -> apply(topic, records));
        } catch (InvalidOffsetException e) {
            LOG.warn("ALARM the log no longer holds the position of {}: only a replay can help", e.partitions());
            e.partitions().forEach(partition -> positions.fail(partition, "the log no longer holds its position"));
        }
        state.turned(positions.lag());
    }

    private void apply(TopicProjection topic, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        List<PositionUpdate.Move> moves = new ArrayList<>();
        records.forEach((partition, gathered) -> {
            if (partition.topic().equals(topic.topic()) && positions.holds(partition)) {
                batch.addAll(gathered);
                moves.add(new PositionUpdate.Move(
                        partition.partition(), positions.position(partition), consumer.position(partition)));
            }
        });
        if (!moves.isEmpty()) {
            apply(topic, new PositionUpdate(topic.topic(), moves), batch);
        }
    }

    private void apply(TopicProjection topic, PositionUpdate update, List<ConsumerRecord<byte[], byte[]>> batch) {
        List<TopicPartition> partitions = update.moves().stream()
                .map(move -> new TopicPartition(topic.topic(), move.partition()))
                .toList();
        try {
            topic.apply(update, batch);
            update.moves()
                    .forEach(move -> positions.advance(new TopicPartition(topic.topic(), move.partition()), move.to()));
        } catch (SeqGapException e) {
            LOG.warn("ALARM {}-{} stops: {}", topic.topic(), e.partition(), e.getMessage());
            partitions.forEach(positions::reset);
            positions.fail(new TopicPartition(topic.topic(), e.partition()), String.valueOf(e.getMessage()));
        } catch (PositionMovedException e) {
            LOG.info("the positions are read again: {}", e.getMessage());
            partitions.forEach(positions::reset);
        } catch (RuntimeException e) {
            LOG.warn("a batch was rolled back and will be tried again: {}", e.toString());
            partitions.forEach(partition -> positions.fail(partition, e.toString()));
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        positions.assigned(partitions);
        state.assigned(true);
        LOG.info("the partitions {} are assigned", partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        positions.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        positions.revoked(partitions);
    }
}
