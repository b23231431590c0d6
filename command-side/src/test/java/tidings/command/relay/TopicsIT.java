package tidings.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.SharedServers;

class TopicsIT {

    @Test
    void makesPartitionsAsToldAndKeepsEventsForEverByTheTopicsOwnSetting() throws Exception {
        String servers = SharedServers.get().kafkaBootstrapServers();
        String events = "events-" + UUID.randomUUID();

        new Topics(new Relay.Target(servers, events, "read-markers-" + UUID.randomUUID(), (short) 1, 3)).tryMake();

        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            TopicDescription made = Objects.requireNonNull(admin.describeTopics(List.of(events))
                    .allTopicNames()
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS)
                    .get(events));
            assertThat(made.partitions()).hasSize(3);
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, events);
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(List.of(topic)).all().get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
            Config config = Objects.requireNonNull(configs.get(topic));
            ConfigEntry retention = config.get(TopicConfig.RETENTION_MS_CONFIG);
            assertThat(retention.value()).isEqualTo("-1");
            assertThat(retention.source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
            assertThat(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).source())
                    .isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        }
    }

    @Test
    void doesNotBeginOnATopicThatTakesLessThanABatch() throws Exception {
        String servers = SharedServers.get().kafkaBootstrapServers();
        String events = "events-" + UUID.randomUUID();
        Topics topics =
                new Topics(new Relay.Target(servers, events, "read-markers-" + UUID.randomUUID(), (short) 1, 1));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            admin.createTopics(List.of(new NewTopic(events, 1, (short) 1)
                            .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "65536"))))
                    .all()
                    .get();
            assertThat(topics.tryMake()).isFalse();

            AlterConfigOp raise = new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(TopicCapacity.NEEDED_BYTES)),
                    AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, events), List.of(raise)))
                    .all()
                    .get();
            await().until(topics::tryMake);
        }
    }
}
