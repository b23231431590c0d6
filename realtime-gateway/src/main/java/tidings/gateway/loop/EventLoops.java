package tidings.gateway.loop;

import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The event loops of a gateway, native epoll where it loads, NIO elsewhere. Client sockets, Redis and the streams to the
 * command nodes run on the same loops: a message that passes through wakes one thread where it woke three (ADR-0024).
 * Nothing that runs on them may block.
 */
@Component
@EnableConfigurationProperties(LoopProperties.class)
public final class EventLoops implements AutoCloseable {

    private final boolean epoll = Epoll.isAvailable();
    private final int count;
    private final EventLoopGroup group;

    public EventLoops(LoopProperties properties) {
        this.count = properties.threads();
        this.group = newGroup(count);
    }

    /** Lettuce asks for the groups by these classes, which Netty 4.2 has replaced by one that takes an I/O handler. */
    @SuppressWarnings("deprecation")
    private EventLoopGroup newGroup(int threads) {
        DefaultThreadFactory factory = new DefaultThreadFactory("loop");
        return epoll ? new EpollEventLoopGroup(threads, factory) : new NioEventLoopGroup(threads, factory);
    }

    public int count() {
        return count;
    }

    public EventLoopGroup group() {
        return group;
    }

    /** One of them, for something that comes again and again and does not block. */
    public ScheduledExecutorService timer() {
        return group.next();
    }

    public boolean isEpoll() {
        return epoll;
    }

    /** A gRPC channel that runs on these loops. */
    public NettyChannelBuilder grpc(String address) {
        return NettyChannelBuilder.forTarget(address)
                .eventLoopGroup(group)
                .channelType(epoll ? EpollSocketChannel.class : NioSocketChannel.class);
    }

    /** Closed after everything that uses them. */
    @Override
    public void close() {
        var unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
