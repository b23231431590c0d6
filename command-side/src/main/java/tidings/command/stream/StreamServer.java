package tidings.command.stream;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.ChannelQueries;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.ids.IdFactory;
import tidings.command.readmarker.ReadMarkers;
import tidings.command.session.EndedSessions;
import tidings.command.session.Tickets;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** The gRPC server of a command node. */
public final class StreamServer implements AutoCloseable {

    private static final int MAX_INBOUND_BYTES = 4 * 1024 * 1024;

    /** Commands are handed on where they arrive, on the loop, by threads that never wait; other calls block. */
    private static final ServerCallExecutorSupplier BY_CALL = new ServerCallExecutorSupplier() {
        @Override
        public <Q, A> @Nullable Executor getExecutor(ServerCall<Q, A> call, Metadata metadata) {
            return call.getMethodDescriptor() == CommandStreamGrpc.getExecuteMethod() ? Runnable::run : null;
        }
    };

    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
            1,
            Thread.ofPlatform().daemon().name("command-stream").factory(),
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    private final CommandStreamService commands;
    private final Server server;

    /** Where it listens (port 0: any that is free), and what a caller has to present. */
    public record Door(String address, int port, String secret) {}

    /**
     * What the calls are answered from.
     *
     * @param sendRates counts a command, and throws a refusal where it comes too soon
     */
    public record Services(
            CommandDispatcher dispatcher,
            BiConsumer<AccountId, ChannelId> sendRates,
            ChannelQueries log,
            ReadMarkers readMarkers,
            Tickets tickets,
            BiPredicate<AccountId, String> sessionIsOver,
            EndedSessions endedSessions) {}

    public StreamServer(Door door, Services services, IdFactory ids) {
        ChannelAccess access = new ChannelAccess(services.log());
        this.commands = new CommandStreamService(
                new CommandIntake(
                        services.dispatcher(),
                        services.sendRates(),
                        new Requests(ids),
                        access,
                        services.readMarkers(),
                        blocking),
                loop.next());
        SecretInterceptor secret = new SecretInterceptor(door.secret());
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(door.address(), door.port()))
                .bossEventLoopGroup(loop)
                .workerEventLoopGroup(loop)
                .channelType(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .executor(blocking)
                .callExecutor(BY_CALL)
                .maxInboundMessageSize(MAX_INBOUND_BYTES)
                .keepAliveTime(20, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(ServerInterceptors.intercept(commands, secret))
                .addService(ServerInterceptors.intercept(
                        new EventLogService(services.log(), access, services.readMarkers(), services.sessionIsOver()),
                        secret))
                .addService(ServerInterceptors.intercept(
                        new SessionsService(services.tickets(), services.endedSessions()), secret))
                .build();
    }

    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the gRPC server could not start", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Ends the command streams when all that is under way on them has been answered, or the time is over. */
    public void drain(Duration timeout) {
        server.shutdown();
        commands.drain();
        try {
            server.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        blocking.shutdown();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
