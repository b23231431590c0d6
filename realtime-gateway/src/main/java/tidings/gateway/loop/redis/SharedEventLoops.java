package tidings.gateway.loop.redis;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;
import tidings.gateway.loop.EventLoops;

/** Lends Lettuce the gateway's event loops, which outlive it. */
public record SharedEventLoops(EventLoops loops) implements EventLoopGroupProvider {

    @Override
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
        return type.cast(loops.group());
    }

    @Override
    public int threadPoolSize() {
        return loops.count();
    }

    @Override
    public Future<Boolean> release(EventExecutorGroup lent, long quietPeriod, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
        return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
    }
}
