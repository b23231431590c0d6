package tidings.command.readmarker.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import tidings.command.readmarker.ReadMarker;
import tidings.command.readmarker.ReadMarkerPublisher;

/** Key {@code accountId:channelId}, value the marker's JSON. */
final class KafkaReadMarkerPublisher implements ReadMarkerPublisher, AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    KafkaReadMarkerPublisher(Producer<byte[], byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public void publish(Collection<ReadMarker> markers) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(markers.size());
        for (ReadMarker marker : markers) {
            Future<RecordMetadata> one = producer.send(new ProducerRecord<>(topic, key(marker), json(marker)));
            if (one.state() == Future.State.FAILED) {
                // each send waits for a broker that is away: one is enough
                throw new IllegalStateException("Kafka is out of reach", one.exceptionNow());
            }
            sent.add(one);
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka took not all read markers", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static byte[] key(ReadMarker marker) {
        return ascii(marker.accountId() + ":" + marker.channelId());
    }

    private static byte[] json(ReadMarker marker) {
        return ascii("{\"accountId\":\"" + marker.accountId() + "\",\"channelId\":\"" + marker.channelId()
                + "\",\"seq\":" + marker.seq() + "}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
