package tidings.gateway.node;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The one reply of a unary call, as a future that fails with gRPC's StatusRuntimeException. */
public final class UnaryCall<T> implements StreamObserver<T> {

    private final CompletableFuture<T> reply = new CompletableFuture<>();

    private UnaryCall() {}

    /** Starts the call; the future completes on a gRPC thread. */
    public static <T> CompletableFuture<T> start(Consumer<StreamObserver<T>> call) {
        UnaryCall<T> observer = new UnaryCall<>();
        call.accept(observer);
        return observer.reply;
    }

    @Override
    public void onNext(T value) {
        reply.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
        reply.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        reply.completeExceptionally(
                Status.INTERNAL.withDescription("completed without a reply").asRuntimeException());
    }
}
