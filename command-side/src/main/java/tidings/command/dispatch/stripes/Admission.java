package tidings.command.dispatch.stripes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Bounds the commands under way. Further ones wait in a queue, as long as that has room and its head moves on; a waiting
 * command has begun nothing, and the stripe drops it behind its deadline (ADR-0011).
 */
final class Admission {
    /** A command that waited longer than this would come to its end when nobody waits for it any more. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final int maxInFlight;
    private final int maxWaiting;
    private final LongSupplier nanoTime;
    private final Consumer<PendingCommand> begin;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int inFlight;

    private record Waiting(PendingCommand command, long sinceNanos) {}

    /**
     * Nothing is under way.
     *
     * @param begin hands a command to its stripe, without waiting
     */
    Admission(int maxInFlight, int maxWaiting, LongSupplier nanoTime, Consumer<PendingCommand> begin) {
        this.maxInFlight = maxInFlight;
        this.maxWaiting = maxWaiting;
        this.nanoTime = nanoTime;
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
            return hasRoom() && waiting.add(new Waiting(command, nanoTime.getAsLong()));
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom() {
        Waiting oldest = waiting.peek();
        return waiting.size() < maxWaiting
                && (oldest == null || nanoTime.getAsLong() - oldest.sinceNanos() < LONGEST_WAIT.toNanos());
    }

    /** One has come to its end: the next one begins. */
    void done() {
        lock.lock();
        try {
            Waiting next = waiting.poll();
            if (next != null) {
                begin.accept(next.command());
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
