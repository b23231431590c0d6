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
    private final Gathering gathering;
    private final Map<String, TopicProjection> topics = new HashMap<>();
    private final ConsumerState state;
    private final Placement placement;

    PartitionFollower(
            Consumer<byte[], byte[]> consumer, Gathering gathering, List<TopicProjection> topics, ConsumerState state) {
        this.consumer = consumer;
        this.gathering = gathering;
        topics.forEach(topic -> this.topics.put(topic.topic(), topic));
        this.state = state;
        this.placement = new Placement(consumer, this.topics, state);
        consumer.subscribe(this.topics.keySet(), this);
    }

    /** One turn: places what is not placed, takes what has come, applies it. */
    void turn() {
        boolean allPlaced = placement.place();
        try {
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records =
                    gathering.from(consumer, allPlaced ? POLL : PAUSE);
            topics.values().forEach(topic -> apply(topic, records));
        } catch (InvalidOffsetException e) {
            LOG.warn("ALARM the log no longer holds the position of {}: only a replay can help", e.partitions());
            e.partitions().forEach(partition -> placement.lose(partition, "the log no longer holds its position"));
        }
        state.turned(placement.lag());
    }

    private void apply(TopicProjection topic, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        List<Advance.Move> moves = new ArrayList<>();
        records.forEach((partition, gathered) -> {
            if (partition.topic().equals(topic.topic()) && placement.holds(partition)) {
                batch.addAll(gathered);
                moves.add(new Advance.Move(
                        partition.partition(), placement.position(partition), consumer.position(partition)));
            }
        });
        if (!moves.isEmpty()) {
            apply(topic, new Advance(topic.topic(), moves), batch);
        }
    }

    private void apply(TopicProjection topic, Advance advance, List<ConsumerRecord<byte[], byte[]>> batch) {
        List<TopicPartition> partitions = advance.moves().stream()
                .map(move -> new TopicPartition(topic.topic(), move.partition()))
                .toList();
        try {
            topic.apply(advance, batch);
            advance.moves()
                    .forEach(move -> placement.advance(new TopicPartition(topic.topic(), move.partition()), move.to()));
        } catch (SeqGap e) {
            LOG.warn("ALARM {}-{} stops: {}", topic.topic(), e.partition(), e.getMessage());
            partitions.forEach(placement::setBack);
            placement.lose(new TopicPartition(topic.topic(), e.partition()), String.valueOf(e.getMessage()));
        } catch (PositionMoved e) {
            LOG.info("reads its positions again: {}", e.getMessage());
            partitions.forEach(placement::setBack);
        } catch (RuntimeException e) {
            LOG.warn("a batch was rolled back and will be tried again: {}", e.toString());
            partitions.forEach(partition -> placement.lose(partition, e.toString()));
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        placement.assigned(partitions);
        state.assigned(true);
        LOG.info("assigned {}", partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        placement.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        placement.revoked(partitions);
    }
}
