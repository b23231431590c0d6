package tidings.gateway.fanout;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tidings.gateway.limits.SharedCounts;

/**
 * GCRA (ITU-T I.371) in a script: each key holds the moment, in microseconds of Redis's clock, by which all that was
 * used is paid for. One hash tag keeps all keys of a call on one node of a cluster.
 */
@Component
class RedisSharedCounts implements SharedCounts {

    private static final long TIMEOUT_MS = 100;
    private static final byte[] SCRIPT = """
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
            local waits = {}
            for i, key in ipairs(KEYS) do
              local per_token = tonumber(ARGV[3 * i - 2])
              local paid = math.max(now, tonumber(redis.call('GET', key) or '0'))
              paid = paid + per_token * tonumber(ARGV[3 * i])
              redis.call('SET', key, string.format('%.0f', paid), 'PX', math.ceil((paid - now) / 1000) + 1000)
              waits[i] = math.max(0, math.ceil((paid - now - tonumber(ARGV[3 * i - 1])) / 1000))
            end
            return waits
            """.getBytes(StandardCharsets.UTF_8);

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
        byte[][] arguments = new byte[3 * uses.size()][];
        for (int i = 0; i < keys.length; i++) {
            Use use = uses.get(i);
            long perToken = TimeUnit.SECONDS.toMicros(1) / use.perSecond();
            keys[i] = properties.prefix() + "{limits}" + use.key();
            arguments[3 * i] = number(perToken);
            arguments[3 * i + 1] = number(perToken * use.burst());
            arguments[3 * i + 2] = number(use.count());
        }
        return redis.<List<Long>>eval(SCRIPT, ScriptOutputType.MULTI, keys, arguments)
                .toCompletableFuture()
                .orTimeout(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }
}
