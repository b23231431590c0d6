package tidings.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import tidings.launcher.fixture.SharedServers.Database;

/** The node that relays is cut off from the database, as one that was killed: it neither relays nor gives up its claim. */
class RelayTakeoverIT {

    private static final Logger LOG = LoggerFactory.getLogger(RelayTakeoverIT.class);
    private static final Duration CLAIM = Duration.ofSeconds(2);
    private static final int CHANNELS = 5;
    private static final int PARTITIONS = 8;

    private final Database database = SharedServers.get().freshDatabase("relay_takeover");
    private final String bootstrapServers = SharedServers.get().kafkaBootstrapServers();
    private final String topic = "takeover-" + UUID.randomUUID();
    private int posted;

    @Test
    void anotherNodeGoesOnWithoutSkippingOrTurningAnythingRound() {
        EngineNode first = EngineNode.on(database);
        try (EngineNode second = EngineNode.on(database);
                Relay firstRelay = relay(first, "first");
                Relay secondRelay = relay(second, "second")) {
            firstRelay.start(new BackgroundTasks());
            await().until(() -> firstRelay.state() == Relay.State.RELAYING);
            secondRelay.start(new BackgroundTasks());
            AccountId author = first.ids.nextAccountId();
            List<ChannelId> channels = IntStream.range(0, CHANNELS)
                    .mapToObj(i -> open(first, author))
                    .toList();
            post(first, author, channels, 200);
            post(second, author, channels, 200);
            assertThat(secondRelay.state()).isEqualTo(Relay.State.STANDING_BY);

            post(first, author, channels, 100);
            first.close();
            long dead = System.nanoTime();
            await().until(() -> {
                post(second, author, channels, CHANNELS);
                return secondRelay.state() == Relay.State.RELAYING;
            });
            LOG.info(
                    "another node relays {} ms after the death of the one that did; a claim lasts {} ms",
                    Duration.ofNanos(System.nanoTime() - dead).toMillis(),
                    CLAIM.toMillis());
            post(second, author, channels, 100);

            assertThatAllOfItIsThere(posted + 2L * CHANNELS);
        }
    }

    /** What was relayed twice is left out by its number, as every consumer does. */
    private void assertThatAllOfItIsThere(long events) {
        Map<String, List<Long>> seqs = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> take(seqs, event));
                return seqs.values().stream().mapToLong(List::size).sum() >= events;
            });
        }
        assertThat(seqs).hasSize(CHANNELS);
        seqs.values()
                .forEach(taken -> assertThat(taken)
                        .containsExactlyElementsOf(
                                LongStream.range(0, taken.size()).boxed().toList()));
    }

    private static void take(Map<String, List<Long>> seqs, ConsumerRecord<String, byte[]> event) {
        long seq = ByteBuffer.wrap(event.headers().lastHeader(EventHeaders.SEQ).value())
                .getLong();
        List<Long> taken = seqs.computeIfAbsent(event.key(), key -> new ArrayList<>());
        if (taken.isEmpty() || seq > taken.getLast()) {
            taken.add(seq);
        }
    }

    private Relay relay(EngineNode node, String name) {
        return new Relay(
                new Relay.Target(bootstrapServers, topic, topic + "-read-markers", (short) 1, 8),
                new RelayProperties(500, Duration.ofMillis(3), Duration.ofSeconds(2), CLAIM),
                node.store,
                node.engine.getEventSerializer(),
                Positions.create(node.connections, name, CLAIM),
                node.transactions);
    }

    private static ChannelId open(EngineNode node, AccountId owner) {
        ChannelId channel = node.ids.nextChannelId();
        assertThat(node.decide(owner, new OpenChannel(channel, "c" + channel, null, Visibility.PUBLIC, List.of())))
                .isInstanceOf(Outcome.Accepted.class);
        return channel;
    }

    private void post(EngineNode node, AccountId author, List<ChannelId> channels, int messages) {
        for (int i = 0; i < messages; i++) {
            ClientMessageId key = new ClientMessageId("m" + posted);
            assertThat(node.decide(
                            author,
                            new PostMessage(
                                    channels.get(posted % CHANNELS), node.ids.nextMessageId(), key, "hi", null)))
                    .isInstanceOf(Outcome.Accepted.class);
            posted++;
        }
    }
}
