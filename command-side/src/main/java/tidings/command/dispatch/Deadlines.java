package tidings.command.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Answers callers whose time is over, whatever becomes of their commands. Looks at all of them now and then: a timer for
 * each command would wake a thread for each.
 */
final class Deadlines implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Map<CompletableFuture<Outcome>, Long> deadlines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        clock.scheduleWithFixedDelay(this::look, EVERY.toNanos(), EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    void watch(PendingCommand command) {
        deadlines.put(command.outcome(), command.deadlineNanos());
    }

    void done(PendingCommand command) {
        deadlines.remove(command.outcome());
    }

    @Override
    public void close() {
        clock.shutdown();
    }

    private void look() {
        long now = System.nanoTime();
        deadlines.forEach((outcome, deadline) -> {
            if (now - deadline >= 0) {
                deadlines.remove(outcome);
                outcome.complete(Rejections.unavailable("no answer in time"));
            }
        });
    }
}
