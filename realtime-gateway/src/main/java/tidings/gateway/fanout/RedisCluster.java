package tidings.gateway.fanout;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tidings.gateway.loop.EventLoops;

/**
 * A Redis Cluster: a topic is heard and published on the node of its slot only (sharded pub/sub, Redis 7), so a message
 * crosses no other node. Lettuce neither routes sharded subscriptions nor renews them; this class does.
 */
final class RedisCluster implements RedisLink {

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(15);
    private static final long RETRY_MS = 250;

    private final ClientResources resources;
    private final RedisClusterClient client;
    private final Map<String, CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>>> nodes =
            new ConcurrentHashMap<>();
    private volatile @Nullable StatefulRedisClusterPubSubConnection<String, byte[]> pubSub;
    private final Set<String> asksAgain = ConcurrentHashMap.newKeySet();
    private volatile @Nullable RedisListener listener;
    private volatile boolean closed;

    RedisCluster(FanoutProperties properties, EventLoops loops) {
        this.resources = RedisResources.create(loops);
        this.client = RedisClusterClient.create(resources, RedisResources.uri(properties));
        client.setOptions(ClusterClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .enableAllAdaptiveRefreshTriggers()
                        .build())
                .build());
    }

    @Override
    public Commands openCommands() {
        StatefulRedisClusterConnection<String, byte[]> connection = client.connect(CODEC);
        return new Commands(connection.async(), connection);
    }

    @Override
    public void listen(RedisListener given) {
        pubSub = client.connectPubSub(CODEC);
        listener = given;
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                if (nodes.values().stream().anyMatch(node -> node.getNow(null) == (Object) connection)) {
                    given.onReconnected();
                }
            }
        });
    }

    @Override
    public void subscribe(List<String> topics) {
        topics.forEach(this::subscribe);
    }

    private void subscribe(String topic) {
        RedisListener current = listener;
        if (current == null) {
            return;
        }
        if (!current.wants(topic)) {
            current.onFailed(topic);
            return;
        }
        var unused = connection(topic)
                .thenCompose(connection -> connection.async().ssubscribe(topic).toCompletableFuture())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        subscribeLater(topic);
                    }
                });
    }

    /** The slot has moved or its node is away: asks again until the topology is known. */
    private void subscribeLater(String topic) {
        if (!closed && asksAgain.add(topic)) {
            CompletableFuture.delayedExecutor(RETRY_MS, TimeUnit.MILLISECONDS).execute(() -> {
                asksAgain.remove(topic);
                var unused = client.refreshPartitionsAsync().whenComplete((done, failure) -> subscribe(topic));
            });
        }
    }

    private CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>> connection(String topic) {
        StatefulRedisClusterPubSubConnection<String, byte[]> cluster = pubSub;
        var node = client.getPartitions().getPartitionBySlot(SlotHash.getSlot(topic));
        if (cluster == null || node == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("no node has the topic's slot"));
        }
        var connection = nodes.computeIfAbsent(
                node.getNodeId(), id -> cluster.getConnectionAsync(id).thenApply(this::hear));
        if (connection.isCompletedExceptionally()) {
            nodes.remove(node.getNodeId(), connection);
        }
        return connection;
    }

    private StatefulRedisPubSubConnection<String, byte[]> hear(
            StatefulRedisPubSubConnection<String, byte[]> connection) {
        connection.addListener(new RedisPubSubAdapter<>() {
            private long subscriptions;

            @Override
            public void smessage(String topic, byte[] message) {
                tell(current -> current.onMessage(topic, message));
            }

            @Override
            public void ssubscribed(String topic, long count) {
                boolean fresh = count > subscriptions;
                subscriptions = count;
                tell(current -> current.onSubscribed(topic, fresh));
            }

            /** The node says so by itself, too, when the slot has moved. */
            @Override
            public void sunsubscribed(String topic, long count) {
                subscriptions = count;
                tell(current -> current.onUnsubscribed(topic));
            }
        });
        return connection;
    }

    private void tell(Consumer<RedisListener> message) {
        RedisListener current = listener;
        if (current != null) {
            message.accept(current);
        }
    }

    @Override
    public void unsubscribe(List<String> topics) {
        topics.forEach(this::unsubscribe);
    }

    private void unsubscribe(String topic) {
        var unused = connection(topic)
                .thenCompose(
                        connection -> connection.async().sunsubscribe(topic).toCompletableFuture())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        tell(current -> current.onFailed(topic));
                    }
                });
    }

    @Override
    public RedisFuture<Long> publish(RedisClusterAsyncCommands<String, byte[]> commands, String topic, byte[] message) {
        return commands.spublish(topic, message);
    }

    @Override
    public boolean isListening() {
        StatefulRedisClusterPubSubConnection<String, byte[]> cluster = pubSub;
        return cluster != null
                && cluster.isOpen()
                && nodes.values().stream().allMatch(node -> {
                    StatefulRedisPubSubConnection<String, byte[]> connection = node.getNow(null);
                    return connection == null || connection.isOpen();
                });
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(0, 1, TimeUnit.SECONDS);
        resources.shutdown(0, 1, TimeUnit.SECONDS);
    }
}
