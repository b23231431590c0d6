package tidings.system.faults;

import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes every record of the event topic into it once more, as a relay does that lost its position. */
final class EchoingTopic implements AutoCloseable {

    private static final String TOPIC = "tidings.events";
    private static final String ECHO = "tidings-test-echo";
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final AtomicInteger repeated = new AtomicInteger();
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closed;

    private EchoingTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Repeats what is recorded from now on, and all that was before. */
    static EchoingTopic of(String bootstrapServers) {
        EchoingTopic echo = new EchoingTopic(bootstrapServers);
        Thread.ofPlatform().name("echo").start(echo::run);
        echo.listening.orTimeout(STANDSTILL.toSeconds(), TimeUnit.SECONDS).join();
        return echo;
    }

    int repeated() {
        return repeated.get();
    }

    private void run() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "group.id",
                                "echo-" + UUID.randomUUID(),
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    repeat(producer, record);
                }
                if (!consumer.assignment().isEmpty()) {
                    listening.complete(null);
                }
            }
            ended.complete(null);
        } catch (RuntimeException e) {
            listening.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
    }

    private void repeat(KafkaProducer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> record) {
        if (record.headers().lastHeader(ECHO) != null) {
            return;
        }
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(TOPIC, record.partition(), record.key(), record.value(), record.headers());
        again.headers().add(ECHO, "1".getBytes(StandardCharsets.US_ASCII));
        producer.send(again);
        repeated.incrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        ended.orTimeout(STANDSTILL.toSeconds(), TimeUnit.SECONDS).join();
    }
}
