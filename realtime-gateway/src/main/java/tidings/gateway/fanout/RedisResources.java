package tidings.gateway.fanout;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tidings.gateway.loop.EventLoops;
import tidings.gateway.loop.redis.SharedEventLoops;

/**
 * What both kinds of links are made with: the gateway's own event loops, quick reconnects. Commands have no timers of their own, which would
 * cost a wake-up each: each caller bounds its own wait.
 */
final class RedisResources {

    private RedisResources() {}

    static ClientResources create(EventLoops loops) {
        return DefaultClientResources.builder()
                .eventLoopGroupProvider(new SharedEventLoops(loops))
                .computationThreadPoolSize(2)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
                .build();
    }

    static RedisURI uri(FanoutProperties properties) {
        RedisURI uri = RedisURI.create(properties.redisUri());
        uri.setTimeout(properties.timeout());
        if (!properties.password().isEmpty()) {
            uri.setCredentialsProvider(new StaticCredentialsProvider(
                    properties.user().isEmpty() ? null : properties.user(),
                    properties.password().toCharArray()));
        }
        return uri;
    }
}
