package tidings.gateway.commandside;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Lets in who knows the secret of the instance. */
final class SecretCheck implements ServerInterceptor {

    private static final Metadata.Key<String> SECRET_KEY =
            Metadata.Key.of("tidings-internal-secret", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!InMemoryCommandSide.SECRET.equals(headers.get(SECRET_KEY))) {
            call.close(Status.UNAUTHENTICATED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }
}
