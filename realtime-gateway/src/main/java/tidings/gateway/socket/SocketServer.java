package tidings.gateway.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.EventExecutor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
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
import tidings.gateway.limits.RequestAddresses;
import tidings.gateway.loop.EventLoops;
import tidings.gateway.session.SessionShards;

/** The listening sockets. Stopping drains: clients are told, given time, then closed. */
@Component
class SocketServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final int BACKLOG = 4_096;

    private final SocketProperties properties;
    private final SessionShards shards;
    private final Readiness readiness;
    private final EventLoopGroup group;
    private final Transport transport;
    private final Upgrade upgrade;
    private final Map<EventExecutor, SocketLoop> loops = new IdentityHashMap<>();
    private volatile boolean draining;
    private @Nullable Channel listening;
    private @Nullable Channel listeningOnFile;

    SocketServer(
            SocketProperties properties,
            SessionShards shards,
            Authenticator authenticator,
            RequestAddresses addresses,
            Readiness readiness,
            EventLoops eventLoops) {
        this.properties = properties;
        this.shards = shards;
        this.readiness = readiness;
        this.group = eventLoops.group();
        this.transport = Transport.of(eventLoops.isEpoll());
        this.upgrade = new Upgrade(
                new OriginPolicy(properties.allowedOrigins()),
                authenticator,
                addresses,
                channel -> Objects.requireNonNull(loops.get(channel.eventLoop())),
                () -> draining);
    }

    @Override
    public void start() {
        for (EventExecutor executor : group) {
            EventLoop loop = (EventLoop) executor;
            loops.put(loop, new SocketLoop(loop, shards.open(loop), PooledByteBufAllocator.DEFAULT));
        }
        listening = bootstrap(transport.serverChannel())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .bind(properties.bindAddress(), properties.port())
                .syncUninterruptibly()
                .channel();
        if (!properties.socketFile().isEmpty() && transport.localServerChannel().isPresent()) {
            listeningOnFile = bootstrap(transport.localServerChannel().get())
                    .bind(new DomainSocketAddress(freshSocketFile()))
                    .syncUninterruptibly()
                    .channel();
        }
        LOG.info("listening on {}:{} ({})", properties.bindAddress(), port(), transport.name());
    }

    private ServerBootstrap bootstrap(Class<? extends ServerChannel> type) {
        return new ServerBootstrap()
                .group(group)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(properties.maxUnsentBytes() / 2, properties.maxUnsentBytes()))
                .childHandler(new SocketPipeline(properties, readiness, upgrade));
    }

    /** For a proxy beside this process: it saves both the TCP of the loopback (ADR-0024). */
    private File freshSocketFile() {
        File file = new File(properties.socketFile());
        try {
            Files.deleteIfExists(file.toPath()); // of a process that was killed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
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
        if (listeningOnFile != null) {
            listeningOnFile.close();
        }
        new Drain(loops.values(), properties.drainFor(), stopped).begin();
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
