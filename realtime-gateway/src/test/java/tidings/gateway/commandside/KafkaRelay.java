package tidings.gateway.commandside;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tidings.command.contract.RecordedEvent;
import tidings.events.EventHeaders;

/** Writes events to a topic of its own with the headers of the real relay; can be told to lose them. */
public final class KafkaRelay implements EventRelay, AutoCloseable {

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private volatile boolean broken;

    public KafkaRelay(String bootstrapServers, String topic) throws ExecutionException, InterruptedException {
        this.topic = topic;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(java.util.List.of(new NewTopic(topic, 4, (short) 1)))
                    .all()
                    .get();
        }
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** While broken, events are recorded but never arrive. */
    public void setBroken(boolean broken) {
        this.broken = broken;
    }

    @Override
    public void relay(String streamType, UUID streamId, RecordedEvent event) {
        if (broken) {
            return;
        }
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, streamId.toString(), event.getData().toByteArray());
        record.headers()
                .add(EventHeaders.TYPE, text(event.getType()))
                .add(EventHeaders.REVISION, text("1"))
                .add(EventHeaders.STREAM_TYPE, text(streamType))
                .add(EventHeaders.SEQ, number(event.getSeq()))
                .add(EventHeaders.TIMESTAMP, number(event.getAtMs()))
                .add(EventHeaders.ACTOR_ID, text(event.getActorId()));
        var unused = producer.send(record);
    }

    /** Sends a record of the stream that nobody can read. */
    public void relayNonsense(UUID streamId) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, streamId.toString(), text("nonsense"));
        record.headers().add(EventHeaders.STREAM_TYPE, text("Channel"));
        var unused = producer.send(record);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    @Override
    public void close() {
        producer.close();
    }
}
