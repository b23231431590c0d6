package tidings.gateway.health;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that must go on as long as this process lives. What a task throws, an {@link Error} too, never ends it: it is
 * logged with its stack and counted for the health page ({@code backgroundFailures}), and the next run comes in its time.
 */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final AtomicLong FAILURES = new AtomicLong();

    private Background() {}

    /** Runs the task again and again, each time so many milliseconds after the end of the last run. */
    public static Future<?> every(ScheduledExecutorService executor, String name, Runnable task, long delayMs) {
        return executor.scheduleWithFixedDelay(() -> run(name, task), delayMs, delayMs, TimeUnit.MILLISECONDS);
    }

    /** Runs the task once; whether it came to its end. Never throws. */
    public static boolean run(String name, Runnable task) {
        try {
            task.run();
            return true;
        } catch (Throwable failure) {
            failed(name, failure);
            return false;
        }
    }

    /** Starts what answers by a future; what it throws instead is the future's failure. */
    public static <T> CompletableFuture<T> start(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (Throwable failure) {
            failed("a call", failure);
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** A task of this process failed unexpectedly. */
    public static void failed(String name, Throwable failure) {
        FAILURES.incrementAndGet();
        LOG.error("ALARM {} failed unexpectedly and goes on", name, failure);
    }

    /** How often that happened in this process. */
    public static long failures() {
        return FAILURES.get();
    }
}
