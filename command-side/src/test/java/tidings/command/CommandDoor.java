package tidings.command;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.ReplyBatch;

/** A node's door for gateways, as one of them uses it. */
final class CommandDoor implements AutoCloseable {

    private final ManagedChannel wire;
    private final CommandStreamGrpc.CommandStreamStub commands;

    CommandDoor(int port, String secret) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("tidings-internal-secret", Metadata.ASCII_STRING_MARSHALLER), secret);
        this.wire = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        this.commands = CommandStreamGrpc.newStub(wire);
    }

    /** Sends one request by a stream of its own, and waits for its reply. */
    CommandReply send(CommandRequest request) {
        CompletableFuture<CommandReply> reply = new CompletableFuture<>();
        StreamObserver<CommandBatch> stream = commands.execute(new StreamObserver<>() {
            @Override
            public void onNext(ReplyBatch batch) {
                reply.complete(batch.getReplies(0));
            }

            @Override
            public void onError(Throwable failure) {
                reply.completeExceptionally(failure);
            }

            @Override
            public void onCompleted() {
                reply.completeExceptionally(new IllegalStateException("no reply"));
            }
        });
        stream.onNext(CommandBatch.newBuilder().addRequests(request).build());
        stream.onCompleted();
        return reply.join();
    }

    @Override
    public void close() {
        wire.shutdownNow();
    }
}
