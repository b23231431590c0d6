package tidings.tools.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tidings.events.log.EventEnvelope;
import tidings.tools.http.UnavailableException;

/** The events topic from its first record on; the reading can be continued when more has come. Used by one thread. */
public final class EventsTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * Connects.
     *
     * @throws UnavailableException when Kafka does not answer, or has no such topic
     */
    public EventsTopic(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) STANDSTILL.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new UnavailableException("Kafka has no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        } catch (KafkaException | UnavailableException e) {
            consumer.close();
            throw unavailable(e);
        }
    }

    /** Gives every record that is there now and was not given before to the reader, and answers how many there were. */
    public long read(Consumer<TopicRecord> reader) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long read = 0;
            long lastProgress = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                records.forEach(record -> reader.accept(place(record)));
                read += records.count();
                lastProgress = records.isEmpty() ? lastProgress : System.nanoTime();
                if (System.nanoTime() - lastProgress > STANDSTILL.toNanos()) {
                    throw new UnavailableException("Kafka gives no more of its records");
                }
            }
            return read;
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static TopicRecord place(ConsumerRecord<byte[], byte[]> record) {
        try {
            EventEnvelope envelope = EventEnvelope.ofRecord(new String(record.key(), StandardCharsets.UTF_8), name -> {
                Header header = record.headers().lastHeader(name);
                return header == null ? null : header.value();
            });
            return new TopicRecord(record.partition(), record.offset(), envelope.streamId(), envelope.seq());
        } catch (RuntimeException noEvent) {
            return new TopicRecord(record.partition(), record.offset(), null, -1);
        }
    }

    private static UnavailableException unavailable(RuntimeException e) {
        return e instanceof UnavailableException already
                ? already
                : new UnavailableException("Kafka does not answer: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
