package tidings.client;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps state consistent and calls nobody meanwhile: what is to be notified is queued under the lock and delivered after
 * it is released, in order and one at a time, so that whoever is notified may call back from any thread, and wait.
 */
final class NotifyingLock {

    private static final System.Logger LOG = System.getLogger(NotifyingLock.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Runnable> notifications = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Executor executor;

    /** The executor notifies for callers that may not be kept waiting. */
    NotifyingLock(Executor executor) {
        this.executor = executor;
    }

    /** For a caller of the client: it notifies nobody itself. */
    <T> T get(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            unlock(executor);
        }
    }

    /** As {@link #get}, without an answer. */
    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            unlock(executor);
        }
    }

    /** For a thread of a connection or of the timer: it delivers what the work has queued. */
    void runAndNotify(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            unlock(Runnable::run);
        }
    }

    private void unlock(Executor deliverer) {
        lock.unlock();
        if (!lock.isHeldByCurrentThread() && !notifications.isEmpty()) {
            deliverer.execute(this::deliver);
        }
    }

    /** Under the lock: to be called after it is released, after everything that was queued before. */
    void queue(Runnable notification) {
        notifications.add(notification);
    }

    /** One thread at a time delivers; what comes meanwhile, it delivers as well. */
    private void deliver() {
        if (deliveries.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            for (Runnable next = notifications.poll(); next != null; next = notifications.poll()) {
                deliver(next);
            }
            seen = deliveries.addAndGet(-seen);
        }
    }

    private static void deliver(Runnable notification) {
        try {
            notification.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a listener failed", e);
        }
    }
}
