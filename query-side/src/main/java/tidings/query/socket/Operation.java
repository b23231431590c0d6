package tidings.query.socket;

import graphql.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.BaseSubscriber;

/**
 * One operation of a socket. A query is answered and complete; a subscription hands over a result as soon as the one
 * before it has been written. What has no data at all, as an invalid query, ends in {@code error}.
 */
final class Operation {

    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private final String id;
    private final Outbound outbound;
    private final Runnable ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable Results results;

    /** @param ended called once, before the last message is written: then the client may use the id again */
    Operation(String id, Outbound outbound, Runnable ended) {
        this.id = id;
        this.outbound = outbound;
        this.ended = ended;
    }

    /** Blocks until the operation is answered, or has begun to be. */
    void run(WebGraphQlHandler handler, WebGraphQlRequest request) {
        try {
            WebGraphQlResponse response =
                    handler.handleRequest(request).timeout(MAX_TIME).block();
            if (response == null) {
                throw new IllegalStateException("a query without an answer");
            }
            if (!cancelled) {
                answer(response);
            }
        } catch (RuntimeException e) {
            error(OperationErrors.of(e));
        }
    }

    private void answer(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        if (response.getData() instanceof Publisher<?> publisher) {
            Results subscriber = new Results();
            results = subscriber;
            results(publisher).subscribe(subscriber);
            if (cancelled) {
                subscriber.cancel();
            }
        } else if (result.isDataPresent()
                && (result.getData() != null || result.getErrors().isEmpty())) {
            outbound.next(id, response.toMap());
            end();
            outbound.complete(id);
        } else {
            error(OperationErrors.of(result.getErrors()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Publisher<ExecutionResult> results(Publisher<?> publisher) {
        return (Publisher<ExecutionResult>) publisher;
    }

    private void error(List<Map<String, Object>> errors) {
        if (!cancelled) {
            end();
            outbound.error(id, errors);
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            ended.run();
        }
    }

    /** Nothing more is written. */
    void cancel() {
        cancelled = true;
        Results subscriber = results;
        if (subscriber != null) {
            subscriber.cancel();
        }
        end();
    }

    private final class Results extends BaseSubscriber<ExecutionResult> {

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(ExecutionResult result) {
            if (!cancelled) {
                outbound.next(id, result.toSpecification());
                request(1);
            }
        }

        @Override
        protected void hookOnError(Throwable failure) {
            error(OperationErrors.of(failure));
        }

        @Override
        protected void hookOnComplete() {
            if (!cancelled) {
                end();
                outbound.complete(id);
            }
        }
    }
}
