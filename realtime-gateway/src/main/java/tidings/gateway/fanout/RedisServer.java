package tidings.gateway.fanout;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tidings.gateway.loop.EventLoops;

/** One Redis server. */
final class RedisServer implements RedisLink {

    private static final int TOPICS_PER_COMMAND = 500;

    private final ClientResources resources;
    private final RedisClient client;
    private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> pubSub;
    private volatile @Nullable RedisListener listener;

    RedisServer(FanoutProperties properties, EventLoops loops) {
        this.resources = RedisResources.create(loops);
        this.client = RedisClient.create(resources, RedisResources.uri(properties));
        client.setOptions(ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
    }

    @Override
    public Commands openCommands() {
        StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC);
        return new Commands(connection.async(), connection);
    }

    @Override
    public void listen(RedisListener listener) {
        StatefulRedisPubSubConnection<String, byte[]> connection = client.connectPubSub(CODEC);
        connection.addListener(new PubSubListener(listener));
        pubSub = connection;
        this.listener = listener;
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connected, SocketAddress address) {
                if (connected == (Object) connection) {
                    listener.onReconnected();
                }
            }
        });
    }

    /** Redis counts the subscriptions of a connection in each answer: where the count has not grown, nothing is new. */
    private static final class PubSubListener extends RedisPubSubAdapter<String, byte[]> {

        private final RedisListener listener;
        private long subscriptions;

        PubSubListener(RedisListener listener) {
            this.listener = listener;
        }

        @Override
        public void message(String topic, byte[] message) {
            listener.onMessage(topic, message);
        }

        @Override
        public void subscribed(String topic, long count) {
            boolean fresh = count > subscriptions;
            subscriptions = count;
            listener.onSubscribed(topic, fresh);
        }

        @Override
        public void unsubscribed(String topic, long count) {
            subscriptions = count;
            listener.onUnsubscribed(topic);
        }
    }

    @Override
    public void subscribe(List<String> topics) {
        send(topics, (commands, some) -> commands.subscribe(some));
    }

    @Override
    public void unsubscribe(List<String> topics) {
        send(topics, (commands, some) -> commands.unsubscribe(some));
    }

    private void send(
            List<String> topics,
            BiFunction<RedisPubSubAsyncCommands<String, byte[]>, String[], RedisFuture<Void>> command) {
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        for (int from = 0; connection != null && from < topics.size(); from += TOPICS_PER_COMMAND) {
            List<String> some = topics.subList(from, Math.min(topics.size(), from + TOPICS_PER_COMMAND));
            var unused = command.apply(connection.async(), some.toArray(String[]::new))
                    .whenComplete((done, failure) -> {
                        RedisListener told = this.listener;
                        if (failure != null && told != null) {
                            some.forEach(told::onFailed);
                        }
                    });
        }
    }

    @Override
    public RedisFuture<Long> publish(RedisClusterAsyncCommands<String, byte[]> commands, String topic, byte[] message) {
        return commands.publish(topic, message);
    }

    @Override
    public boolean isListening() {
        StatefulRedisPubSubConnection<String, byte[]> connection = pubSub;
        return connection != null && connection.isOpen();
    }

    @Override
    public void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        resources.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
