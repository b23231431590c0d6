package tidings.command.relay;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that is replaced after a failure, so that nothing of a failed batch can reach Kafka after its repetition.
 * One request is in flight at a time, and no record expires by itself: what is written of a partition's records is
 * always the first ones of them, in the order of their sending.
 */
final class KafkaSink implements AutoCloseable {

    private final String bootstrapServers;
    private final Duration sendTimeout;
    private @Nullable Producer<String, byte[]> producer;

    KafkaSink(String bootstrapServers, Duration sendTimeout) {
        this.bootstrapServers = bootstrapServers;
        this.sendTimeout = sendTimeout;
    }

    synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(
                    ProducerSettings.of(bootstrapServers, sendTimeout),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = current;
        }
        return current.send(record);
    }

    /** Gives up whatever is under way. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
