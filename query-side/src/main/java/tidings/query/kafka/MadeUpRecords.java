package tidings.query.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.stereotype.Component;
import tidings.events.EventCatalogue;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.RecordedEvent;
import tidings.query.projection.LogRecord;
import tools.jackson.databind.json.JsonMapper;

/** Events that nobody sent, in the form in which the topic carries them: with them reading it can be rehearsed. */
@Component
public final class MadeUpRecords {

    private static final String NO_TOPIC = "made up";

    private final RecordReader reader;
    private final JsonMapper json = JsonMapper.builder().build();

    MadeUpRecords(RecordReader reader) {
        this.reader = reader;
    }

    /** The channel event as it is read when it comes from Kafka. */
    public LogRecord read(RecordedEvent<?> recorded) {
        EventType type = EventCatalogue.typeOf(recorded.event().getClass()).orElseThrow();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                NO_TOPIC,
                0,
                recorded.seq(),
                text(recorded.streamId().toString()),
                json.writeValueAsBytes(recorded.event()));
        Headers headers = record.headers()
                .add(EventHeaders.TYPE, text(type.name()))
                .add(EventHeaders.REVISION, text(String.valueOf(type.revision())))
                .add(EventHeaders.STREAM_TYPE, text("Channel"))
                .add(EventHeaders.SEQ, number(recorded.seq()))
                .add(EventHeaders.TIMESTAMP, number(recorded.at().toEpochMilli()));
        if (recorded.actorId() != null) {
            headers.add(EventHeaders.ACTOR_ID, text(recorded.actorId().toString()));
        }
        return reader.read(record);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
