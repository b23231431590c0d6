package tidings.command.relay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a topic takes at once. A producer divides a batch that is too large for its topic, and where the topic takes less
 * than a batch it may do so for ever: nothing arrives, and nothing fails.
 */
final class TopicCapacity {

    /** What the topic is made with: Kafka's own default, whatever the broker's is. */
    static final String GIVEN_BYTES = "1048588";

    /** A whole batch of the relay, and what Kafka writes around it. */
    static final int NEEDED_BYTES = ProducerSettings.BATCH_BYTES + 4 * 1024;

    private static final long TIMEOUT_SECONDS = 10;

    private TopicCapacity() {}

    /** @throws IllegalStateException when the topic takes less than a batch; the message says what to do */
    static void require(Admin admin, String topic) throws ExecutionException, InterruptedException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(List.of(resource)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        Config config = configs.get(resource);
        if (config == null) {
            throw new IllegalStateException("Kafka does not tell the settings of " + topic);
        }
        long bytes =
                Long.parseLong(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        if (bytes < NEEDED_BYTES) {
            throw new IllegalStateException(
                    "topic %s takes %d bytes at once (max.message.bytes), the relay writes up to %d: "
                                    .formatted(topic, bytes, NEEDED_BYTES)
                            + "kafka-configs.sh --alter --topic " + topic + " --add-config max.message.bytes="
                            + GIVEN_BYTES);
        }
    }
}
