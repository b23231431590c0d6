package tidings.query.kafka;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tidings.query.projection.PositionUpdate;
import tidings.query.readmarker.ReadMarker;
import tidings.query.readmarker.ReadMarkerStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Read markers, a compacted topic: they are no events, and one that cannot be read is worth a warning only. */
@Component
final class ReadMarkersTopic implements TopicProjection {

    private static final Logger LOG = LoggerFactory.getLogger(ReadMarkersTopic.class);
    private static final Comparator<ReadMarker> IN_KEY_ORDER = Comparator.comparing(
                    (ReadMarker marker) -> marker.accountId().value())
            .thenComparing(marker -> marker.channelId().value());

    private final String topic;
    private final ReadMarkerStore markers;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadMarkersTopic(LogProperties properties, ReadMarkerStore markers) {
        this.topic = properties.readMarkersTopic();
        this.markers = markers;
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public OptionalLong position(int partition) {
        return markers.position(topic, partition);
    }

    @Override
    public void begin(int partition, long offset) {
        // its first batch writes the position
    }

    @Override
    public void apply(PositionUpdate update, List<ConsumerRecord<byte[], byte[]>> records) {
        markers.raise(
                records.stream()
                        .flatMap(record -> read(record).stream())
                        .sorted(IN_KEY_ORDER)
                        .toList(),
                update);
    }

    private Optional<ReadMarker> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(record.value(), ReadMarker.class));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("a read marker cannot be read, at {}-{} offset {}", topic, record.partition(), record.offset());
            return Optional.empty();
        }
    }
}
