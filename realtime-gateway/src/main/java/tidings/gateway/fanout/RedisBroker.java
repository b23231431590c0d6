package tidings.gateway.fanout;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.health.Background;
import tidings.gateway.health.ReadinessCheck;
import tidings.gateway.loop.EventLoops;

/** The broker on Redis, one server or a cluster: a connection for pub/sub, one for replays and signals, one for the publisher. */
@Component
class RedisBroker implements Broker, ReadinessCheck, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBroker.class);

    private static final long CHECK_MS = 1_000;

    private final FanoutProperties properties;
    private final RedisLink link;
    private final ReplayKeys keys;
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<Runnable> interruptionListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable RedisClusterAsyncCommands<String, byte[]> commands;
    private volatile boolean listening;
    private volatile boolean running;
    private final AtomicInteger lostSubscriptions = new AtomicInteger();
    private final EventLoops loops;
    private final int shares;
    private int nextShare;
    private @Nullable Future<?> checks;

    RedisBroker(FanoutProperties properties, EventLoops loops) {
        this.properties = properties;
        this.loops = loops;
        this.shares = Math.max(1, (int) properties.verifyEvery().toSeconds());
        this.link = RedisLink.of(properties, loops);
        this.keys = new ReplayKeys(properties);
    }

    @Override
    public CompletableFuture<Void> subscribe(Topic topic, Listener listener) {
        String name = keys.topic(topic);
        Subscriptions.Added added = subscriptions.add(name, listener);
        send(name, added.step());
        return added.confirmed();
    }

    @Override
    public void unsubscribe(Topic topic, Listener listener) {
        String name = keys.topic(topic);
        send(name, subscriptions.remove(name, listener));
    }

    /** Before the first connection nothing is sent: what is wanted by then is subscribed with it. */
    private void send(String topic, Subscriptions.Step step) {
        if (listening) {
            switch (step) {
                case SUBSCRIBE -> link.subscribe(List.of(topic));
                case UNSUBSCRIBE -> link.unsubscribe(List.of(topic));
                case NONE -> {}
            }
        }
    }

    @Override
    public CompletableFuture<List<ServerFrame.Event>> replay(ChannelId channelId, long afterSeq, int limit) {
        RedisClusterAsyncCommands<String, byte[]> redis = commands;
        if (redis == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is not connected"));
        }
        Range<String> range =
                Range.from(Range.Boundary.including(ReplayKeys.entryId(afterSeq + 1)), Range.Boundary.unbounded());
        return redis.xrange(keys.replay(channelId), range, Limit.from(limit))
                .thenApply(entries -> entries.stream().map(RedisBroker::event).toList())
                .toCompletableFuture()
                .orTimeout(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ServerFrame.Event event(StreamMessage<String, byte[]> entry) {
        byte[] bytes = entry.getBody().get(ReplayKeys.FIELD);
        if (bytes != null && BroadcastCodec.decode(bytes) instanceof Broadcast.Recorded recorded) {
            return recorded.event();
        }
        throw new IllegalStateException("a replay buffer holds something else than events");
    }

    @Override
    public void publish(Topic topic, Broadcast broadcast) {
        RedisClusterAsyncCommands<String, byte[]> redis = commands;
        if (redis != null) {
            var unused = link.publish(redis, keys.topic(topic), BroadcastCodec.encode(broadcast));
        }
    }

    @Override
    public void onInterruption(Runnable listener) {
        interruptionListeners.add(listener);
    }

    @Override
    public boolean isConnected() {
        return listening && link.isListening();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean ready() {
        return isConnected();
    }

    /** For the other adapters of this package; null until the first connection. */
    @Nullable RedisClusterAsyncCommands<String, byte[]> commands() {
        return commands;
    }

    RedisLink link() {
        return link;
    }

    @Override
    public void start() {
        running = true;
        checks = Background.every(loops.timer(), "subscription check", this::check, CHECK_MS);
        Thread.ofVirtual().name("redis-connect").start(this::connect);
    }

    private void connect() {
        while (running) {
            try {
                if (commands == null) {
                    commands = link.openCommands().async();
                }
                link.listen(new TopicListener());
                listening = true;
                resubscribe();
                LOG.info("connected to Redis at {}", properties.address());
                return;
            } catch (RedisException e) {
                LOG.warn("Redis is not there yet: {}", e.getMessage());
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            } catch (Throwable e) {
                Background.failed("redis-connect", e);
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /** After every connect: commands were refused while Redis was away, so what is wanted now is subscribed again. */
    private void resubscribe() {
        link.subscribe(subscriptions.renew());
        interrupted();
    }

    private void interrupted() {
        interruptionListeners.forEach(listener -> Background.run("after an interruption", listener));
    }

    /**
     * One share of the topics is asked for again. A subscription that this finds lost is there again by then; what its
     * listeners missed they read themselves.
     */
    void check() {
        if (!isConnected()) {
            return;
        }
        Subscriptions.Unsure unsure = subscriptions.share(nextShare, shares);
        nextShare = (nextShare + 1) % shares;
        if (!unsure.wanted().isEmpty()) {
            link.subscribe(unsure.wanted());
        }
        if (!unsure.unwanted().isEmpty()) {
            link.unsubscribe(unsure.unwanted());
        }
        int lost = lostSubscriptions.getAndSet(0);
        if (lost > 0) {
            LOG.warn("Redis had lost {} subscriptions of this gateway; they are there again", lost);
            interrupted();
        }
    }

    private final class TopicListener implements RedisListener {

        @Override
        public void onMessage(String topic, byte[] message) {
            try {
                send(topic, subscriptions.deliver(topic, BroadcastCodec.decode(message)));
            } catch (RuntimeException e) {
                Background.failed("a broadcast", e);
            }
        }

        @Override
        public void onSubscribed(String topic, boolean fresh) {
            answered(topic, subscriptions.subscribed(topic, fresh));
        }

        @Override
        public void onUnsubscribed(String topic) {
            answered(topic, subscriptions.unsubscribed(topic));
        }

        private void answered(String topic, Subscriptions.Heard heard) {
            if (heard.lost()) {
                lostSubscriptions.incrementAndGet();
            }
            send(topic, heard.step());
        }

        @Override
        public void onFailed(String topic) {
            subscriptions.failed(topic);
        }

        @Override
        public void onReconnected() {
            resubscribe();
        }

        @Override
        public boolean wants(String topic) {
            return subscriptions.contains(topic);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (checks != null) {
            checks.cancel(false);
        }
        link.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Connected before anything uses it, closed after. */
    @Override
    public int getPhase() {
        return 100;
    }
}
