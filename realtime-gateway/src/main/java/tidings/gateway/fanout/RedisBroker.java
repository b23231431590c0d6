package tidings.gateway.fanout;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.health.ReadinessCheck;

/** The broker on one Redis: one connection for pub/sub, one for replays and signals, one for the publisher. */
@Component
class RedisBroker implements Broker, ReadinessCheck, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBroker.class);
    private static final int TOPICS_PER_COMMAND = 500;

    private final FanoutProperties properties;
    private final RedisConnections redis;
    private final ReplayKeys keys;
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<Runnable> interruptionListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> pubSub;
    private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;
    private volatile boolean running;

    RedisBroker(FanoutProperties properties) {
        this.properties = properties;
        this.redis = new RedisConnections(properties);
        this.keys = new ReplayKeys(properties);
        redis.onConnected(() -> pubSub, this::resubscribe);
    }

    @Override
    public CompletableFuture<Void> subscribe(Topic topic, Listener listener) {
        String name = keys.topic(topic);
        Subscriptions.Added added = subscriptions.add(name, listener);
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        if (added.first() && connection != null) {
            var unused = connection.async().subscribe(name);
        }
        return added.confirmed();
    }

    @Override
    public void unsubscribe(Topic topic, Listener listener) {
        String name = keys.topic(topic);
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        if (subscriptions.remove(name, listener) && connection != null) {
            var unused = connection.async().unsubscribe(name);
        }
    }

    @Override
    public CompletableFuture<List<ServerFrame.Event>> replay(ChannelId channelId, long afterSeq, int limit) {
        StatefulRedisConnection<String, byte[]> connection = commands;
        if (connection == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is not connected"));
        }
        Range<String> range =
                Range.from(Range.Boundary.including(ReplayKeys.entryId(afterSeq + 1)), Range.Boundary.unbounded());
        return connection
                .async()
                .xrange(keys.replay(channelId), range, Limit.from(limit))
                .thenApply(entries -> entries.stream().map(RedisBroker::event).toList())
                .toCompletableFuture();
    }

    private static ServerFrame.Event event(StreamMessage<String, byte[]> entry) {
        byte[] bytes = entry.getBody().get(ReplayKeys.FIELD);
        if (bytes != null && BroadcastCodec.decode(bytes) instanceof Broadcast.Recorded recorded) {
            return recorded.event();
        }
        throw new IllegalStateException("a replay buffer holds something else than events");
    }

    @Override
    public void signal(ChannelId channelId, Broadcast.Signal signal) {
        StatefulRedisConnection<String, byte[]> connection = commands;
        if (connection != null) {
            var unused = connection.async().publish(keys.topic(Topic.of(channelId)), BroadcastCodec.encode(signal));
        }
    }

    @Override
    public void onInterruption(Runnable listener) {
        interruptionListeners.add(listener);
    }

    @Override
    public boolean isConnected() {
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        return connection != null && connection.isOpen();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean ready() {
        return isConnected();
    }

    RedisConnections connections() {
        return redis;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("redis-connect").start(this::connect);
    }

    private void connect() {
        while (running) {
            try {
                commands = redis.commands();
                StatefulRedisPubSubConnection<String, byte[]> connection = redis.pubSub();
                connection.addListener(new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String topic, byte[] message) {
                        subscriptions.deliver(topic, BroadcastCodec.decode(message));
                    }

                    @Override
                    public void subscribed(String topic, long count) {
                        subscriptions.confirmed(topic);
                    }
                });
                pubSub = connection;
                resubscribe();
                LOG.info("Connected to Redis at {}", properties.redisUri().getAuthority());
                return;
            } catch (RuntimeException e) {
                LOG.warn("Redis is not there yet: {}", e.getMessage());
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /** After every connect: commands were refused while Redis was away, so what is wanted now is subscribed again. */
    private void resubscribe() {
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        if (connection == null) {
            return;
        }
        List<String> topics = subscriptions.topics();
        for (int from = 0; from < topics.size(); from += TOPICS_PER_COMMAND) {
            List<String> some = topics.subList(from, Math.min(topics.size(), from + TOPICS_PER_COMMAND));
            var unused = connection.async().subscribe(some.toArray(String[]::new));
        }
        interruptionListeners.forEach(Runnable::run);
    }

    @Override
    public void stop() {
        running = false;
        redis.close();
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
