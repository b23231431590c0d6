package tidings.command.eventstore;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The window in which appends are batched: how far apart two transactions begin under load. Each costs an fsync, a request to
 * Kafka, a fetch and a wake-up for every reader behind it, whatever it carries (docs/performance.md).
 */
final class BatchWindow {
    private final Queue<?> queue;
    private final long apart;
    private final int enough;
    private volatile @Nullable Thread waiting;
    private long begun = System.nanoTime();
    private boolean crowded;

    /**
     * @param queue what the next transaction takes its appends from
     * @param enough as many appends go at once
     */
    BatchWindow(Queue<?> queue, Duration apart, int enough) {
        this.queue = queue;
        this.apart = apart.toNanos();
        this.enough = enough;
    }

    /** The engine has queued an append: enough of them end the wait. Nothing else wakes the committer. */
    void queued() {
        Thread thread = waiting;
        if (thread != null && queue.size() >= enough) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits until the next transaction may begin: not at all when the one before had a single append. */
    void await() throws InterruptedException {
        waiting = Thread.currentThread();
        for (long left = left(); left > 0 && queue.size() < enough; left = left()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        waiting = null;
    }

    /** A transaction begins. */
    void begin(int appends) {
        begun = System.nanoTime();
        crowded = appends > 1;
    }

    private long left() {
        return crowded ? begun + apart - System.nanoTime() : 0;
    }
}
