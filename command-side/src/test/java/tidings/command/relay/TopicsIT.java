package tidings.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
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
                    .get(90, TimeUnit.SECONDS)
                    .get(events));
            assertThat(made.partitions()).hasSize(3);
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, events);
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(List.of(topic)).all().get(90, TimeUnit.SECONDS);
            Config config = Objects.requireNonNull(configs.get(topic));
            ConfigEntry retention = config.get(TopicConfig.RETENTION_MS_CONFIG);
            assertThat(retention.value()).isEqualTo("-1");
            assertThat(retention.source()).isEqualTo(ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
        }
    }
}
