package tidings.launcher.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tidings.launcher.process.LeashedProcess;
import tidings.launcher.process.ProcessSpec;

/** Makes caches of what was recorded, one after the other and last of all in the queue for the processors. */
final class AotCaching implements AutoCloseable {
    /** Last in the queue, a cache takes a busy machine long; what takes longer hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Journal journal;
    private @Nullable LeashedProcess making;
    private boolean closed;

    AotCaching(Journal journal) {
        this.journal = journal;
    }

    /** One cache to make, and the process that does. */
    record Task(AotCache cache, ProcessSpec process) {}

    /** Returns when all are made, or it was closed: then a recording waits for the next time. */
    void make(List<Task> tasks) {
        for (Task task : tasks) {
            LeashedProcess process = start(task);
            if (process == null) {
                return;
            }
            boolean well = ended(process);
            if (isClosed()) {
                return;
            }
            task.cache().made(well);
            if (!well) {
                journal.note(task.process().name() + " did not work (log: "
                        + task.process().log() + ")");
            }
        }
    }

    private synchronized @Nullable LeashedProcess start(Task task) {
        making = closed ? null : LeashedProcess.start(task.process());
        return making;
    }

    private static boolean ended(LeashedProcess process) {
        try {
            return process.exitCode().get(LONGEST.toSeconds(), TimeUnit.SECONDS) == 0;
        } catch (ExecutionException | TimeoutException e) {
            process.kill();
            return false;
        } catch (InterruptedException e) {
            process.kill();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Leaves what is not finished. */
    @Override
    public synchronized void close() {
        closed = true;
        LeashedProcess process = making;
        if (process != null && process.isAlive()) {
            process.kill();
        }
    }
}
