package tidings.query.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.Ids;
import tidings.events.account.AccountId;
import tidings.query.projection.EventDecoder;
import tidings.events.log.LogRecord;
import tidings.events.log.Origin;
import tidings.events.log.UnreadableRecord;

/** Reads events out of Kafka records, by the names in {@link EventHeaders}. */
@Component
final class RecordReader {

    private static final int FIRST_REVISION = 1;

    private final EventDecoder decoder;

    RecordReader(EventDecoder decoder) {
        this.decoder = decoder;
    }

    /** Never fails: what is no event comes back as {@link UnreadableRecord}. */
    LogRecord read(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        UUID streamId = null;
        Long seq = null;
        String type = "?";
        try {
            streamId = Ids.canonicalUuid(new String(record.key(), StandardCharsets.UTF_8));
            seq = number(record, EventHeaders.SEQ);
            type = text(record, EventHeaders.TYPE);
            return decoder.decode(
                    new EventDecoder.Envelope(
                            origin,
                            streamId,
                            seq,
                            Instant.ofEpochMilli(number(record, EventHeaders.TIMESTAMP)),
                            actor(record),
                            new EventType(type, revision(record))),
                    value);
        } catch (RuntimeException e) {
            return new UnreadableRecord(
                    origin,
                    streamId,
                    seq,
                    type,
                    "its headers cannot be read: " + e.getClass().getSimpleName(),
                    value);
        }
    }

    private static long number(ConsumerRecord<byte[], byte[]> record, String name) {
        return ByteBuffer.wrap(present(record, name).value()).getLong();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(present(record, name).value(), StandardCharsets.UTF_8);
    }

    private static Header present(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return header;
    }

    /** The revision header may be absent or null: such events are of the first. */
    private static int revision(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(EventHeaders.REVISION);
        return header == null || header.value() == null
                ? FIRST_REVISION
                : Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static @Nullable AccountId actor(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(EventHeaders.ACTOR_ID);
        return header == null || header.value() == null
                ? null
                : AccountId.parse(new String(header.value(), StandardCharsets.UTF_8));
    }
}
