package tidings.gateway.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.gateway.access.Authenticator;
import tidings.gateway.health.Readiness;
import tidings.gateway.session.SessionLanes;

/** The listening socket and its event loops. Stopping drains: clients are told, given time, then closed. */
@Component
class SocketServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final int BACKLOG = 4_096;

    private final SocketProperties properties;
    private final SessionLanes lanes;
    private final Readiness readiness;
    private final Transport transport;
    private final Upgrade upgrade;
    private final Map<EventExecutor, SocketLoop> loops = new IdentityHashMap<>();
    private volatile boolean draining;
    private @Nullable Channel listening;

    SocketServer(SocketProperties properties, SessionLanes lanes, Authenticator authenticator, Readiness readiness) {
        this.properties = properties;
        this.lanes = lanes;
        this.readiness = readiness;
        this.transport = Transport.create(properties.eventLoops());
        this.upgrade = new Upgrade(
                new OriginPolicy(properties.allowedOrigins()),
                authenticator,
                channel -> Objects.requireNonNull(loops.get(channel.eventLoop())),
                () -> draining);
    }

    @Override
    public void start() {
        for (EventExecutor executor : transport.loops()) {
            EventLoop loop = (EventLoop) executor;
            loops.put(loop, new SocketLoop(loop, lanes.open(loop), PooledByteBufAllocator.DEFAULT));
        }
        listening = new ServerBootstrap()
                .group(transport.loops())
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(properties.maxUnsentBytes() / 2, properties.maxUnsentBytes()))
                .childHandler(new SocketPipeline(properties, readiness, upgrade))
                .bind(properties.bindAddress(), properties.port())
                .syncUninterruptibly()
                .channel();
        LOG.info("Listening on {}:{} ({})", properties.bindAddress(), port(), transport.name());
    }

    /** The port that was bound. */
    int port() {
        return ((InetSocketAddress) Objects.requireNonNull(listening).localAddress()).getPort();
    }

    @Override
    public void stop(Runnable stopped) {
        draining = true;
        if (listening != null) {
            listening.close();
        }
        new Drain(loops.values(), properties.drainFor(), transport.loops(), stopped).begin();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return listening != null && !draining;
    }

    /** Opened last and closed first. */
    @Override
    public int getPhase() {
        return 300;
    }
}
