package tidings.command.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Bounds what is under way. What comes beyond it waits its turn, in order, as long as there is room to wait; what waits has
 * begun nothing, and is dropped by its deadline (ADR 0142).
 */
final class Admission {

    private final int maxInFlight;
    private final int maxWaiting;
    private final Consumer<PendingCommand> begin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<PendingCommand> waiting = new ArrayDeque<>();
    private int inFlight;

    /**
     * Nothing is under way.
     *
     * @param begin hands a command over to whoever decides it, without waiting
     */
    Admission(int maxInFlight, int maxWaiting, Consumer<PendingCommand> begin) {
        this.maxInFlight = maxInFlight;
        this.maxWaiting = maxWaiting;
        this.begin = begin;
    }

    /** Answers whether the command has begun or waits; otherwise it is refused. */
    boolean admit(PendingCommand command) {
        lock.lock();
        try {
            if (inFlight < maxInFlight) {
                inFlight++;
                begin.accept(command);
                return true;
            }
            return waiting.size() < maxWaiting && waiting.add(command);
        } finally {
            lock.unlock();
        }
    }

    /** One has come to its end: the next one begins. */
    void done() {
        lock.lock();
        try {
            PendingCommand next = waiting.poll();
            if (next != null) {
                begin.accept(next);
            } else {
                inFlight--;
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way; answers whether that came in time. */
    boolean awaitIdle(Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (inFlight > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return inFlight == 0;
        } finally {
            lock.unlock();
        }
    }
}
