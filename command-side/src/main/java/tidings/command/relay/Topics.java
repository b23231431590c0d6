package tidings.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that this side writes to. */
final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int READ_MARKER_PARTITIONS = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String UNLIMITED = "-1";

    private final String bootstrapServers;
    private final List<NewTopic> topics;

    Topics(Relay.Target target) {
        this.bootstrapServers = target.bootstrapServers();
        this.topics = List.of(
                // whoever was away for long must find the rest of the log, whatever the broker's default is
                new NewTopic(target.eventsTopic(), target.eventPartitions(), target.replication())
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                UNLIMITED,
                                TopicConfig.RETENTION_BYTES_CONFIG,
                                UNLIMITED,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                TopicCapacity.GIVEN_BYTES)),
                new NewTopic(target.readMarkersTopic(), READ_MARKER_PARTITIONS, target.replication())
                        .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
    }

    /** Answers whether all of them exist now and take what the relay writes. */
    boolean tryMake() throws InterruptedException {
        int timeout = Math.toIntExact(TIMEOUT.toMillis());
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout))) {
            for (NewTopic topic : topics) {
                make(admin, topic);
            }
            TopicCapacity.require(admin, topics.getFirst().name());
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("the relay cannot begin yet: {}", e.toString());
            return false;
        }
    }

    private static void make(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            LOG.info("topic {} was made", topic.name());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
