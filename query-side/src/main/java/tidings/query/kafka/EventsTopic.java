package tidings.query.kafka;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import tidings.query.projection.PositionStore;
import tidings.query.projection.PositionUpdate;
import tidings.query.projection.Projector;
import tidings.query.views.ViewTables;

/** The events become the live views. */
@Component
final class EventsTopic implements TopicProjection {

    private final String topic;
    private final PositionStore positions;
    private final Projector projector;
    private final TopicRecords reader;

    EventsTopic(LogProperties properties, PositionStore positions, Projector projector, TopicRecords reader) {
        this.topic = properties.eventsTopic();
        this.positions = positions;
        this.projector = projector;
        this.reader = reader;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public OptionalLong position(int partition) {
        return positions.find(ViewTables.LIVE, topic, partition);
    }

    @Override
    public void begin(int partition, long offset) {
        positions.begin(ViewTables.LIVE, topic, partition, offset);
    }

    @Override
    public void apply(PositionUpdate update, List<ConsumerRecord<byte[], byte[]>> records) {
        projector.apply(
                ViewTables.LIVE, update, records.stream().map(reader::read).toList());
    }
}
