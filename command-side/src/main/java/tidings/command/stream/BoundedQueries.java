package tidings.command.stream;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import tidings.command.dispatch.CommandRefusedException;

/** Runs so many queries at a time and no more, and answers calls with what they find or with a gRPC status. */
final class BoundedQueries {

    private static final int CONCURRENT_QUERIES = 8;
    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore queries = new Semaphore(CONCURRENT_QUERIES);

    <A> void answer(StreamObserver<A> observer, Supplier<A> query) {
        A answer;
        try {
            if (!queries.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Status.UNAVAILABLE.withDescription("too many reads").asRuntimeException();
            }
            try {
                answer = query.get();
            } finally {
                queries.release();
            }
        } catch (CommandRefusedException refused) {
            observer.onError(
                    Status.INVALID_ARGUMENT.withDescription(refused.reason()).asRuntimeException());
            return;
        } catch (StatusRuntimeException e) {
            observer.onError(e);
            return;
        } catch (DataAccessException e) {
            observer.onError(Status.UNAVAILABLE
                    .withDescription("the event store did not answer")
                    .asRuntimeException());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            observer.onError(Status.CANCELLED.asRuntimeException());
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }
}
