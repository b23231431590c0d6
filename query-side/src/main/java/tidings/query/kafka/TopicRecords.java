package tidings.query.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;
import tidings.events.log.EventReader;
import tidings.events.log.LogRecord;
import tidings.events.log.Origin;

/** The events topic's records, given to the reader of events. */
@Component
final class TopicRecords {

    private final EventReader reader;

    TopicRecords(EventReader reader) {
        this.reader = reader;
    }

    /** Never fails, as {@link EventReader} does not. */
    LogRecord read(ConsumerRecord<byte[], byte[]> record) {
        return reader.read(
                new Origin(record.topic(), record.partition(), record.offset()),
                record.key(),
                name -> {
                    Header header = record.headers().lastHeader(name);
                    return header == null ? null : header.value();
                },
                record.value());
    }
}
