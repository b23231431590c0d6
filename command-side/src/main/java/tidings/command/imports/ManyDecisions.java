package tidings.command.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;

/**
 * Has many commands under way at once, so that the store commits them together, but not so many that nobody else gets
 * through. What is refused because too much is under way is tried again.
 */
final class ManyDecisions {

    private static final int AT_ONCE = 100;
    private static final int TRIES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private final CommandDispatcher dispatcher;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ManyDecisions(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** The outcome of each, in their order. Their own order is not kept: they are about different aggregates. */
    List<Outcome> decide(List<AskedCommand> all) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>(all.size());
        for (AskedCommand asked : all) {
            places.acquireUninterruptibly();
            outcomes.add(attempt(asked, 1).whenComplete((outcome, failure) -> places.release()));
        }
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Outcome> attempt(AskedCommand asked, int number) {
        return dispatcher
                .dispatch(asked.actor(), asked.command(), PATIENCE)
                .thenCompose(outcome -> outcome instanceof Outcome.Rejected rejected
                                && rejected.code() == RejectionCode.BUSY
                                && number < TRIES
                        ? later(asked, number + 1, rejected.retryAfter())
                        : CompletableFuture.completedFuture(outcome));
    }

    private CompletableFuture<Outcome> later(AskedCommand asked, int number, Duration pause) {
        long millis = Math.max(pause.toMillis(), SHORTEST_PAUSE.toMillis());
        return CompletableFuture.supplyAsync(
                        () -> number, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                .thenCompose(next -> attempt(asked, next));
    }
}
