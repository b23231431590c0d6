package tidings.gateway.fanout;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tidings.gateway.limits.SharedCounts;

/** Counts by {@link GcraScript} in Redis. One hash tag keeps all keys of a call on one node of a cluster. */
@Component
class RedisSharedCounts implements SharedCounts {

    private static final long TIMEOUT_MS = 100;

    private final FanoutProperties properties;
    private final RedisBroker broker;

    RedisSharedCounts(FanoutProperties properties, RedisBroker broker) {
        this.properties = properties;
        this.broker = broker;
    }

    @Override
    public CompletableFuture<List<Long>> add(List<Use> uses) {
        RedisClusterAsyncCommands<String, byte[]> redis = broker.commands();
        if (redis == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("Redis is not connected"));
        }
        String[] keys = new String[uses.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = properties.prefix() + "{limits}" + uses.get(i).key();
        }
        return redis.<List<Long>>eval(GcraScript.TEXT, ScriptOutputType.MULTI, keys, GcraScript.arguments(uses))
                .toCompletableFuture()
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }
}
