package tidings.query.kafka;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tidings.query.projection.PositionUpdate;

/** What becomes of one topic's records, and where its positions are remembered. */
interface TopicProjection {

    String topic();

    OptionalLong position(int partition);

    void begin(int partition, long offset);

    /**
     * Applies records and moves the positions in one transaction.
     *
     * @throws tidings.query.projection.PositionMovedException when a position is not where {@code update} starts
     * @throws tidings.query.projection.SeqGapException when a partition cannot go on
     */
    void apply(PositionUpdate update, List<ConsumerRecord<byte[], byte[]>> records);
}
