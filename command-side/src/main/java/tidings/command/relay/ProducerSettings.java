package tidings.command.relay;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the relay writes: acknowledged by all in-sync replicas, in order, without waiting for fuller batches. */
final class ProducerSettings {

    static final int BATCH_BYTES = 256 * 1024;

    private ProducerSettings() {}

    static Map<String, Object> of(String bootstrapServers, Duration sendTimeout) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "tidings-relay",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                // a batch of events is sent as a whole and awaited at once: waiting for more would only cost time
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                sendTimeout.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(sendTimeout.toMillis() / 2),
                // longer than anybody waits: records end together, by the closing of the producer, and never one before
                // another that is still on its way
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(sendTimeout.toMillis() * 6));
    }
}
