package tidings.command.dispatch.stripes;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;
import tidings.command.dispatch.Outcome;

/**
 * Answers callers whose time is over, whatever becomes of their commands. Looks at all of them now and then: a timer for
 * each command would wake a thread for each.
 */
final class Deadlines implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Map<CompletableFuture<Outcome>, Long> deadlines = new ConcurrentHashMap<>();
    private final BackgroundTask task;

    Deadlines(BackgroundTasks tasks) {
        this.task = tasks.every(EVERY, "deadlines", Importance.VITAL, this::look);
    }

    void watch(PendingCommand command) {
        deadlines.put(command.outcome(), command.deadlineNanos());
    }

    void done(PendingCommand command) {
        deadlines.remove(command.outcome());
    }

    @Override
    public void close() {
        task.close();
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
