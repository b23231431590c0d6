package tidings.command.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.background.BackgroundTasks.Importance;
import tidings.command.background.BackgroundTasks.Step;

/**
 * A step that is repeated for as long as the node lives. Whatever it throws, errors and interrupts included, is logged with its
 * stack and counted, and the step is tried again: after 100 ms, then after twice as long each time, at most 5 s.
 */
public final class BackgroundTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Importance importance;
    private final Duration pause;
    private final Step step;
    private final Consumer<BackgroundTask> failed;
    private final Consumer<BackgroundTask> stopped;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final StepOutcomes outcomes = new StepOutcomes();

    BackgroundTask(
            String name,
            Importance importance,
            Duration pause,
            Step step,
            Consumer<BackgroundTask> failed,
            Consumer<BackgroundTask> stopped) {
        this.name = name;
        this.importance = importance;
        this.pause = pause;
        this.step = step;
        this.failed = failed;
        this.stopped = stopped;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::repeat);
    }

    void start() {
        thread.start();
    }

    public String name() {
        return name;
    }

    public Importance importance() {
        return importance;
    }

    /** How often the step came to its end. */
    public long successes() {
        return outcomes.successes();
    }

    /** How often the step threw something. */
    public long failures() {
        return outcomes.failures();
    }

    /** For how long the step has failed each time; zero when it succeeded last, or has not failed yet. */
    public Duration failingFor() {
        return outcomes.failingFor();
    }

    /** Begins no further step. */
    @Override
    public void close() {
        stopping.countDown();
        stopped.accept(this);
    }

    /** Begins no further step, and waits for the one under way; answers whether that came to its end in time. */
    public boolean stop(Duration patience) {
        close();
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void repeat() {
        Duration wait = pause;
        while (!isStoppedWithin(wait)) {
            wait = runOnce() ? pause : outcomes.backoff();
        }
    }

    private boolean isStoppedWithin(Duration wait) {
        try {
            return wait.isZero() ? stopping.getCount() == 0 : stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // nobody ends a task by interrupting it: the flag is clear again, and the step's turn has come
            return false;
        }
    }

    private boolean runOnce() {
        try {
            step.run();
            outcomes.succeeded();
            return true;
        } catch (Throwable e) {
            failed(e);
            return false;
        }
    }

    private void failed(Throwable e) {
        outcomes.failed();
        try {
            LOG.error(
                    "the background task {} failed ({} in a row) and is tried again",
                    name,
                    outcomes.failuresInARow(),
                    e);
            failed.accept(this);
        } catch (Throwable unloggable) {
            // it goes on all the same
        }
    }
}
