package tidings.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.eventstore.EngineNode;
import tidings.command.eventstore.Positions;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;

class RelayIT {

    private static final int PARTITIONS = 8;

    private final String bootstrapServers = SharedServers.get().kafkaBootstrapServers();
    private final String topic = "events-" + UUID.randomUUID();

    @Test
    void writesEveryEventUnderItsStableNameAndInTheOrderOfItsStream() {
        try (EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("relay"));
                Relay relay = relay(node)) {
            relay.start(new BackgroundTasks());
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = open(node, author);
            post(node, author, channel, 200);

            List<ConsumerRecord<String, byte[]>> records = awaitRecords(202);

            assertThat(records).allMatch(record -> record.key().equals(channel.toString()));
            assertThat(records.stream().map(RelayIT::seq).toList())
                    .containsExactlyElementsOf(LongStream.range(0, 202).boxed().toList());
            ConsumerRecord<String, byte[]> first = records.getFirst();
            assertThat(text(first, EventHeaders.TYPE)).isEqualTo("ChannelOpened");
            assertThat(text(first, EventHeaders.REVISION)).isEqualTo("1");
            assertThat(text(first, EventHeaders.STREAM_TYPE)).isEqualTo("Channel");
            assertThat(text(first, EventHeaders.ACTOR_ID)).isEqualTo(author.toString());
            assertThat(new String(first.value(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"name\":\"relayed\",\"topic\":null,\"visibility\":\"PUBLIC\"}");
            await().until(() -> relay.position() == 202);
            assertThat(relay.state()).isEqualTo(Relay.State.RELAYING);
        }
    }

    @Test
    void keepsItsPositionWhileKafkaTakesNothingAndThenSkipsNothing() throws Exception {
        try (EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("relay"));
                Relay relay = relay(node)) {
            relay.start(new BackgroundTasks());
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = open(node, author);
            await().until(() -> relay.position() == 2);
            setMaxMessageBytes("2000");
            int refused = refusedPosition(relay, () -> post(node, author, channel, "x".repeat(3_900)));
            post(node, author, channel, 99);
            assertThat(storedIndexes(node)).allMatch(index -> index <= refused);

            setMaxMessageBytes("1048576");

            int all = refused + 1 + 99;
            List<Long> seqs =
                    awaitRecords(all).stream().map(RelayIT::seq).distinct().toList();
            assertThat(seqs)
                    .containsExactlyElementsOf(LongStream.range(0, all).boxed().toList());
            await().until(() -> relay.position() == all);
            await().untilAsserted(() -> assertThat(storedIndexes(node)).contains(all));
        }
    }

    @Test
    void startsAnewAfterAnErrorThatEndsAxonsThread() {
        try (EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("relay"))) {
            AtomicBoolean failing = new AtomicBoolean();
            try (Relay relay = relay(node, failingOnce(node.engine.getEventSerializer(), failing))) {
                relay.start(new BackgroundTasks());
                AccountId author = node.ids.nextAccountId();
                ChannelId channel = open(node, author);
                post(node, author, channel, 10);
                await().until(() -> relay.position() == 12);
                failing.set(true);
                post(node, author, channel, 10);
                assertThat(awaitRecords(22).stream().map(RelayIT::seq).distinct())
                        .hasSize(22);
                assertThat(failing).isFalse();
                await().until(() -> relay.state() == Relay.State.RELAYING);
            }
        }
    }

    private static Serializer failingOnce(Serializer real, AtomicBoolean failing) {
        return (Serializer) Proxy.newProxyInstance(
                Serializer.class.getClassLoader(), new Class<?>[] {Serializer.class}, (self, method, arguments) -> {
                    if (method.getName().equals("serialize") && failing.getAndSet(false)) {
                        throw new StackOverflowError("injected");
                    }
                    return switch (method.getName()) {
                        // a message remembers what it was serialised to by an equal one
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> method.invoke(real, arguments);
                    };
                });
    }

    private Relay relay(EngineNode node) {
        return relay(node, node.engine.getEventSerializer());
    }

    private Relay relay(EngineNode node, Serializer serializer) {
        TokenStore tokens = Positions.create(node.connections, "node", Duration.ofSeconds(10));
        return new Relay(
                new Relay.Target(bootstrapServers, topic, topic + "-read-markers", (short) 1, 8),
                new RelayProperties(500, Duration.ofMillis(3), Duration.ofSeconds(2), Duration.ofSeconds(10)),
                node.store,
                serializer,
                tokens,
                node.transactions);
    }

    private static ChannelId open(EngineNode node, AccountId owner) {
        ChannelId channel = node.ids.nextChannelId();
        assertThat(node.decide(owner, new OpenChannel(channel, "relayed", null, Visibility.PUBLIC, List.of())))
                .isInstanceOf(Outcome.Accepted.class);
        return channel;
    }

    private static void post(EngineNode node, AccountId author, ChannelId channel, int messages) {
        for (int i = 0; i < messages; i++) {
            post(node, author, channel, "hi");
        }
    }

    private static void post(EngineNode node, AccountId author, ChannelId channel, String body) {
        ClientMessageId key = new ClientMessageId(UUID.randomUUID().toString());
        assertThat(node.decide(author, new PostMessage(channel, node.ids.nextMessageId(), key, body, null)))
                .isInstanceOf(Outcome.Accepted.class);
    }

    /**
     * Where the relay stands while Kafka refuses a message that is alone in its batch: one of several the producer would divide for
     * ever. A broker may take some of them still, until it has heard of a new limit.
     */
    private static int refusedPosition(Relay relay, Runnable poster) {
        for (int relayed = 2; ; relayed++) {
            int taken = relayed + 1;
            poster.run();
            await().until(() -> relay.state() == Relay.State.RETRYING || relay.position() == taken);
            if (relay.position() < taken) {
                return relayed;
            }
        }
    }

    private static List<Integer> storedIndexes(EngineNode node) {
        return node.jdbc.query(
                "SELECT JSON_EXTRACT(CONVERT(token USING utf8mb4), '$.index') FROM token_entry"
                        + " WHERE processor_name = ? AND token IS NOT NULL",
                (row, n) -> row.getInt(1),
                Relay.NAME);
    }

    private void setMaxMessageBytes(String bytes) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
            Map<ConfigResource, Collection<AlterConfigOp>> change = Map.of(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(new AlterConfigOp(
                            new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, bytes), AlterConfigOp.OpType.SET)));
            admin.incrementalAlterConfigs(change).all().get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> awaitRecords(int distinct) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            await().until(() ->
                    consumer.listTopics().getOrDefault(topic, List.of()).size() == PARTITIONS);
            List<TopicPartition> partitions = LongStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, (int) partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.stream().map(RelayIT::seq).distinct().count() == distinct;
            });
        }
        return records;
    }

    private static long seq(ConsumerRecord<String, byte[]> record) {
        return ByteBuffer.wrap(record.headers().lastHeader(EventHeaders.SEQ).value())
                .getLong();
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
