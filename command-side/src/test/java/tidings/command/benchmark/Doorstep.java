package tidings.command.benchmark;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.ReplyBatch;
import tidings.command.eventstore.EngineNode;
import tidings.command.stream.PlainServices;
import tidings.command.stream.StreamServer;

/** A node's gRPC server, and a caller before it, whose threads are named so that they can be told from the node's. */
record Doorstep(StreamServer server, ManagedChannel wire, MultiThreadIoEventLoopGroup loop) implements AutoCloseable {

    private static final String SECRET = "between us";

    static Doorstep of(EngineNode node) {
        StreamServer server =
                new StreamServer(new StreamServer.Door("127.0.0.1", 0, SECRET), PlainServices.of(node), node.ids);
        server.start();
        MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(
                1, Thread.ofPlatform().daemon().name("client-loop").factory(), NioIoHandler.newFactory());
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("tidings-internal-secret", Metadata.ASCII_STRING_MARSHALLER), SECRET);
        ManagedChannel wire = NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .directExecutor()
                .eventLoopGroup(loop)
                .channelType(NioSocketChannel.class)
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        return new Doorstep(server, wire, loop);
    }

    StreamObserver<CommandBatch> stream(Consumer<ReplyBatch> replies) {
        return CommandStreamGrpc.newStub(wire).execute(new StreamObserver<>() {
            @Override
            public void onNext(ReplyBatch batch) {
                replies.accept(batch);
            }

            @Override
            public void onError(Throwable failure) {
                throw new IllegalStateException(failure);
            }

            @Override
            public void onCompleted() {
                // asked for at the end
            }
        });
    }

    @Override
    public void close() {
        wire.shutdownNow();
        server.close();
        loop.shutdownGracefully();
    }
}
