package tidings.command.eventstore;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How far apart two transactions begin while there is company to wait for: each of them costs an fsync, a request to Kafka, a
 * fetch and a wake-up for everybody behind it, whatever it carries (docs/performance.md).
 */
final class Pace {
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
    Pace(Queue<?> queue, Duration apart, int enough) {
        this.queue = queue;
        this.apart = apart.toNanos();
        this.enough = enough;
    }

    /** Whoever queued something says so: enough of it ends the wait. Nobody else wakes the thread that waits. */
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
