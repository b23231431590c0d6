package tidings.command.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.eventstore.EngineNode;
import tidings.command.eventstore.Positions;
import tidings.command.relay.Relay;
import tidings.command.relay.RelayProperties;
import tidings.events.EventHeaders;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;

/** How long after its acknowledgement an event can be read from Kafka, and how fast a relay that was away catches up. */
class RelayBenchmark {

    private static final int CHANNELS = 100;
    private static final int PER_SECOND = Integer.getInteger("benchmark.rate", 1_000);
    private static final int WARM_UP = Integer.getInteger("benchmark.warmup", 40);
    private static final int MEASURED = Integer.getInteger("benchmark.seconds", 10);
    private static final Duration PACE = Duration.ofMillis(Integer.getInteger("benchmark.pace", 8));
    private static final int BACKLOG = 100_000;
    private static final List<String> LINES = new ArrayList<>();

    private final String topic = "relay-benchmark-" + UUID.randomUUID();
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private int sent;

    @AfterAll
    static void write() throws IOException {
        Figures.write("relay", LINES);
    }

    @Test
    void visibleSoonAndDrainedFast() throws InterruptedException {
        try (EngineNode node = EngineNode.on(
                SharedServers.get().freshDatabase("relay_benchmark"),
                new DispatchProperties(4, 200, 2_000, 200_000, 1_000),
                EngineNode.storing(PACE))) {
            Path mysql = CpuTime.mysqlProcess(node.jdbc);
            AccountId author = node.ids.nextAccountId();
            List<ChannelId> channels = open(node, author);
            try (Relay relay = relay(node);
                    Arrivals arrivals = new Arrivals()) {
                relay.start(new BackgroundTasks());
                sendSteadily(node, author, channels, WARM_UP);
                CpuTime before = CpuTime.now(mysql);
                int from = sent;
                sendSteadily(node, author, channels, MEASURED);
                CpuTime used = CpuTime.now(mysql).since(before);
                arrivals.await(CHANNELS * 2 + sent);
                report(arrivals, from, used);
            }
            sendBacklog(node, author, channels);
            drain(node);
        }
    }

    private void report(Arrivals arrivals, int from, CpuTime used) {
        long[] lags = committed.entrySet().stream()
                .filter(entry -> Integer.parseInt(entry.getKey().substring(1)) >= from)
                .mapToLong(entry -> arrivals.at(entry.getKey()) - entry.getValue())
                .sorted()
                .toArray();
        LINES.add(String.format(
                Locale.ROOT,
                "%d/s: acknowledged to visible in Kafka p50 %.2f ms, p99 %.2f ms; CPU per send with relay and consumer"
                        + " %d us (JVM %d, MySQL %d)",
                PER_SECOND,
                lags[lags.length / 2] / 1e6,
                lags[(int) (lags.length * 0.99)] / 1e6,
                (used.jvm() + used.mysql()) / lags.length,
                used.jvm() / lags.length,
                used.mysql() / lags.length));
    }

    private void drain(EngineNode node) throws InterruptedException {
        try (Relay relay = relay(node)) {
            relay.start(new BackgroundTasks());
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> relay.position() > 0);
            long first = relay.position();
            long begun = System.nanoTime();
            long last = CHANNELS * 2 + sent;
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> relay.position() >= last);
            double seconds = (System.nanoTime() - begun) / 1e9;
            LINES.add(String.format(
                    Locale.ROOT, "backlog of %d events: %.0f events/s", last - first, (last - first) / seconds));
            assertThat(relay.position()).isGreaterThanOrEqualTo(last);
        }
    }

    private void sendBacklog(EngineNode node, AccountId author, List<ChannelId> channels) throws InterruptedException {
        try (Callers callers = new Callers()) {
            int goal = sent + BACKLOG;
            while (sent < goal) {
                callers.run(200, Duration.ofSeconds(1), () -> send(node, author, channels));
            }
        }
        sent = Math.toIntExact(node.store.createHeadToken().position().orElseThrow()) - CHANNELS * 2;
    }

    private void sendSteadily(EngineNode node, AccountId author, List<ChannelId> channels, int seconds)
            throws InterruptedException {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            long due = begun + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
            long early = due - System.nanoTime();
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
            answers.add(send(node, author, channels));
        }
        answers.forEach(answer -> assertThat(answer.join()).isInstanceOf(Outcome.Accepted.class));
    }

    private synchronized CompletableFuture<Outcome> send(EngineNode node, AccountId author, List<ChannelId> channels) {
        String key = "m" + sent++;
        return node.dispatch(
                        author,
                        new PostMessage(
                                channels.get(sent % CHANNELS),
                                node.ids.nextMessageId(),
                                new ClientMessageId(key),
                                "a message of a hundred bytes or so, as people write them to one another all day long",
                                null))
                .whenComplete((outcome, failure) -> committed.put(key, System.nanoTime()));
    }

    private static List<ChannelId> open(EngineNode node, AccountId author) {
        List<ChannelId> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            ChannelId id = node.ids.nextChannelId();
            channels.add(id);
            node.decide(author, new OpenChannel(id, "c" + i, null, Visibility.PUBLIC, List.of()));
        }
        return channels;
    }

    private Relay relay(EngineNode node) {
        return new Relay(
                new Relay.Target(
                        SharedServers.get().kafkaBootstrapServers(), topic, topic + "-read-markers", (short) 1, 8),
                new RelayProperties(
                        500,
                        Duration.ofMillis(Integer.getInteger("benchmark.gather", 1)),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10)),
                node.store,
                node.engine.getEventSerializer(),
                Positions.create(node.connections, "node", Duration.ofSeconds(10)),
                node.transactions);
    }

    /** When each message could be read, by its client's key. */
    private final class Arrivals implements AutoCloseable {

        private final Map<String, Long> nanos = new ConcurrentHashMap<>();
        private final Thread thread = Thread.ofPlatform().name("arrivals").start(this::run);
        private volatile boolean closed;
        private volatile long events;

        private void run() {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            SharedServers.get().kafkaBootstrapServers()),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> consumer.listTopics().containsKey(topic));
                List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (!closed) {
                    for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                        events++;
                        keyOf(event).ifPresent(key -> nanos.put(key, System.nanoTime()));
                    }
                }
            }
        }

        private Optional<String> keyOf(ConsumerRecord<String, byte[]> event) {
            byte[] type = event.headers().lastHeader(EventHeaders.TYPE).value();
            if (!Arrays.equals(type, "MessagePosted".getBytes(StandardCharsets.UTF_8))) {
                return Optional.empty();
            }
            String json = new String(event.value(), StandardCharsets.UTF_8);
            int at = json.indexOf("\"clientMessageId\":\"") + 19;
            return Optional.of(json.substring(at, json.indexOf('"', at)));
        }

        long at(String key) {
            return Objects.requireNonNull(nanos.get(key), key);
        }

        void await(long expected) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> events >= expected);
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            thread.join();
        }
    }
}
