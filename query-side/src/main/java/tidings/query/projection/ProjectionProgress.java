package tidings.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the threads that wait for a stream to move. Other nodes project other partitions, so a waiter also looks by itself. */
@Component
public final class ProjectionProgress {

    private final Map<UUID, Waiters> waiting = new ConcurrentHashMap<>();
    private final StreamWatch watch;

    ProjectionProgress(StreamWatch watch) {
        this.watch = watch;
    }

    private record Waiters(CountDownLatch moved, int count) {}

    /** In a transaction: wakes the waiters when it is committed, and none when it is rolled back. */
    void movesWithCommit(Iterable<UUID> streams) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                moved(streams);
            }
        });
    }

    private void moved(Iterable<UUID> streams) {
        watch.moved(streams);
        if (waiting.isEmpty()) {
            return;
        }
        for (UUID stream : streams) {
            Waiters waiters = waiting.remove(stream);
            if (waiters != null) {
                waiters.moved().countDown();
            }
        }
    }

    /**
     * Blocks until the condition holds or the time is over; for virtual threads. Answers whether it holds.
     *
     * @param lookAgain how soon to look without having been woken
     */
    public boolean await(UUID stream, Duration atMost, Duration lookAgain, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            CountDownLatch moved = join(stream);
            try {
                if (condition.getAsBoolean()) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                moved.await(Math.min(left, lookAgain.toNanos()), TimeUnit.NANOSECONDS);
            } finally {
                leave(stream, moved);
            }
        }
    }

    private CountDownLatch join(UUID stream) {
        Waiters joined = waiting.merge(
                stream,
                new Waiters(new CountDownLatch(1), 1),
                (present, ignored) -> new Waiters(present.moved(), present.count() + 1));
        return joined.moved();
    }

    private void leave(UUID stream, CountDownLatch moved) {
        waiting.computeIfPresent(stream, (ignored, present) -> {
            if (present.moved() != moved) {
                return present;
            }
            return present.count() == 1 ? null : new Waiters(moved, present.count() - 1);
        });
    }
}
