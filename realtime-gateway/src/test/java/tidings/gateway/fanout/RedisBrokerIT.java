package tidings.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.events.channel.ChannelId;
import tidings.gateway.fanout.EventPublisher.Publication;
import tidings.gateway.frame.EncodedFrame;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.loop.EventLoops;
import tidings.gateway.loop.LoopProperties;
import tidings.launcher.fixture.SharedServers;

/** The same promises on one Redis and on a cluster of three. */
class RedisBrokerIT {

    private static final int CHANNELS = 20;
    private static final int HANDOVERS = 3_000;

    private final List<ChannelId> channels = new ArrayList<>();

    RedisBrokerIT() {
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(new ChannelId(UUID.randomUUID()));
        }
    }

    private static FanoutProperties properties(URI uri, boolean cluster) {
        return new FanoutProperties(
                uri,
                "",
                "",
                cluster,
                "broker-it-" + UUID.randomUUID() + ":",
                50,
                Duration.ofMinutes(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }

    private static ServerFrame.Event event(ChannelId channel, long seq) {
        return new ServerFrame.Event(
                channel, seq, null, new EncodedFrame(("{\"seq\":" + seq + "}").getBytes(StandardCharsets.UTF_8)));
    }

    private void publish(RedisEventPublisher publisher, long seq) throws BrokerUnavailableException {
        List<Publication> batch = new ArrayList<>();
        channels.forEach(channel -> batch.add(new Publication.OfEvent(event(channel, seq))));
        publisher.publish(batch);
    }

    /** One gateway's broker and what came to it. */
    private static final class Gateway implements AutoCloseable {

        final EventLoops loops = new EventLoops(new LoopProperties(1));
        final RedisBroker broker;
        final List<String> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger interruptions = new AtomicInteger();
        final Broker.Listener listener = broadcast -> {
            if (broadcast instanceof Broadcast.Recorded recorded) {
                heard.add(recorded.event().channelId() + " " + recorded.event().seq());
            }
        };

        Gateway(FanoutProperties properties) {
            broker = new RedisBroker(properties, loops);
            broker.onInterruption(interruptions::incrementAndGet);
            broker.start();
            Awaitility.await().until(broker::isConnected);
        }

        void subscribe(List<ChannelId> topics) {
            topics.forEach(topic -> broker.subscribe(Topic.of(topic), listener)
                    .orTimeout(STANDSTILL.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join());
        }

        @Override
        public void close() {
            broker.stop();
            loops.close();
        }
    }

    private List<String> expected(List<ChannelId> of, long seq) {
        return of.stream().map(channel -> channel + " " + seq).toList();
    }

    private void keepsItsPromises(FanoutProperties properties) throws Exception {
        try (Gateway all = new Gateway(properties);
                Gateway half = new Gateway(properties)) {
            RedisEventPublisher publisher = new RedisEventPublisher(properties, half.broker);
            List<ChannelId> some = channels.subList(0, CHANNELS / 2);
            all.subscribe(channels);
            half.subscribe(some);
            publish(publisher, 1);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(all.heard).containsExactlyInAnyOrderElementsOf(expected(channels, 1)));
            Awaitility.await()
                    .untilAsserted(() -> assertThat(half.heard).containsExactlyInAnyOrderElementsOf(expected(some, 1)));
            some.forEach(channel -> half.broker.unsubscribe(Topic.of(channel), half.listener));
            publish(publisher, 2);
            publish(publisher, 2); // a repetition does no harm to the replay buffer
            Awaitility.await().until(() -> all.heard.size() >= 2 * CHANNELS);
            assertThat(half.heard).hasSize(some.size());
            for (ChannelId channel : channels) {
                assertThat(half.broker.replay(channel, 0, 10).get())
                        .extracting(ServerFrame.Event::seq)
                        .containsExactly(1L, 2L);
            }
            for (long seq = 3; seq < 400; seq++) {
                publish(publisher, seq);
            }
            assertThat(half.broker.replay(channels.getFirst(), 390, 5).get())
                    .extracting(ServerFrame.Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(391, 395).boxed().toList());
            assertThat(half.broker.replay(channels.getFirst(), 0, 1_000).get()).hasSizeLessThan(300);
        }
    }

    /** A channel's last session leaves on one thread while its next one comes on another: the one that came must hear. */
    private void handsOver(FanoutProperties properties) throws Exception {
        try (Gateway gateway = new Gateway(properties);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<ChannelId> topics = new ArrayList<>();
            for (int i = 0; i < HANDOVERS; i++) {
                topics.add(new ChannelId(UUID.randomUUID()));
            }
            Broker.Listener leaving = broadcast -> {};
            topics.forEach(topic -> gateway.broker.subscribe(Topic.of(topic), leaving));
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<Void>> confirmed = new CopyOnWriteArrayList<>();
            Future<?> leaves = threads.submit(() -> {
                for (ChannelId topic : topics) {
                    together.await();
                    gateway.broker.unsubscribe(Topic.of(topic), leaving);
                }
                return null;
            });
            Future<?> comes = threads.submit(() -> {
                for (ChannelId topic : topics) {
                    together.await();
                    confirmed.add(gateway.broker.subscribe(Topic.of(topic), gateway.listener));
                }
                return null;
            });
            leaves.get();
            comes.get();
            CompletableFuture.allOf(confirmed.toArray(CompletableFuture[]::new))
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
            RedisEventPublisher publisher = new RedisEventPublisher(properties, gateway.broker);
            for (ChannelId topic : topics) {
                publisher.publish(List.of(new Publication.OfEvent(event(topic, 1))));
            }
            Awaitility.await().until(() -> gateway.heard.size() >= HANDOVERS);
            assertThat(gateway.heard).containsExactlyInAnyOrderElementsOf(expected(topics, 1));
        }
    }

    @Test
    void handsTopicsOverOnOneServer() throws Exception {
        handsOver(properties(URI.create(SharedServers.get().redisUri()), false));
    }

    @Test
    void goesOnAfterAListenerThatThrows() throws Exception {
        FanoutProperties properties = properties(URI.create(SharedServers.get().redisUri()), false);
        try (Gateway gateway = new Gateway(properties)) {
            ChannelId poisoned = new ChannelId(UUID.randomUUID());
            gateway.broker
                    .subscribe(Topic.of(poisoned), broadcast -> {
                        throw new IllegalStateException("injected");
                    })
                    .get(STANDSTILL.toSeconds(), TimeUnit.SECONDS);
            gateway.subscribe(channels);
            RedisEventPublisher publisher = new RedisEventPublisher(properties, gateway.broker);
            publisher.publish(List.of(new Publication.OfEvent(event(poisoned, 1))));
            publish(publisher, 1);
            Awaitility.await().until(() -> gateway.heard.size() >= CHANNELS);
        }
    }

    @Test
    void findsASubscriptionThatRedisHasLost() throws Exception {
        FanoutProperties properties = properties(URI.create(SharedServers.get().redisUri()), false);
        try (Gateway gateway = new Gateway(properties)) {
            gateway.subscribe(channels);
            int before = gateway.interruptions.get();
            gateway.broker.link().unsubscribe(List.of(new ReplayKeys(properties).topic(Topic.of(channels.getFirst()))));
            // whoever listens is told that something may be missing
            Awaitility.await().until(() -> gateway.interruptions.get() > before);
            RedisEventPublisher publisher = new RedisEventPublisher(properties, gateway.broker);
            publish(publisher, 1);
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(gateway.heard).containsExactlyInAnyOrderElementsOf(expected(channels, 1)));
        }
    }

    @Test
    void keepsNothingFromBeforeADeletion() throws Exception {
        FanoutProperties properties = properties(URI.create(SharedServers.get().redisUri()), false);
        try (Gateway gateway = new Gateway(properties)) {
            RedisEventPublisher publisher = new RedisEventPublisher(properties, gateway.broker);
            ChannelId channel = channels.getFirst();
            publish(publisher, 1);
            ServerFrame.Event deletion = EventFrames.encode(
                    channel, 2, Instant.EPOCH, "MessageDeleted", null, "{}".getBytes(StandardCharsets.UTF_8));
            publisher.publish(List.of(new Publication.OfEvent(deletion)));
            publish(publisher, 1); // repeated by Kafka
            assertThat(gateway.broker.replay(channel, -1, 10).get())
                    .extracting(ServerFrame.Event::seq)
                    .containsExactly(2L);
        }
    }

    @Test
    void holdsOnOneServer() throws Exception {
        keepsItsPromises(properties(URI.create(SharedServers.get().redisUri()), false));
    }

    @Test
    void holdsOnAClusterAndComesBackAfterItsEnd(@TempDir Path directory) throws Exception {
        try (ClusterUnderTest cluster = new ClusterUnderTest(directory)) {
            FanoutProperties properties = properties(cluster.uri(), true);
            keepsItsPromises(properties);
            handsOver(properties);
            try (Gateway gateway = new Gateway(properties)) {
                RedisEventPublisher publisher = new RedisEventPublisher(properties, gateway.broker);
                gateway.subscribe(channels);
                int before = gateway.interruptions.get();
                cluster.restart();
                Awaitility.await().until(() -> gateway.interruptions.get() > before);
                AtomicInteger seq = new AtomicInteger(1_000);
                // whoever publishes tries again, as the consumer does; every channel must be heard in the end
                Awaitility.await().ignoreExceptions().until(() -> {
                    gateway.heard.clear();
                    int now = seq.incrementAndGet();
                    publish(publisher, now);
                    // with every try longer, so that a slow machine gets there too
                    Duration longer = Duration.ofSeconds(now - 1_000L);
                    Awaitility.await().timeout(longer).until(() -> gateway.heard.size() >= CHANNELS);
                    return gateway.heard.containsAll(expected(channels, now));
                });
            }
        }
    }
}
