package tidings.launcher.instance;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import tidings.launcher.process.LaunchFailedException;

/** The end of a task that ran beside the starts. */
final class TaskResult {
    private TaskResult() {}

    /** What the task has made, or its failure. */
    static <T> T of(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailedException failed
                    ? failed
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailedException(LaunchFailedException.Kind.FAILED, "interrupted while starting", e);
        }
    }
}
