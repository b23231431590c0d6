package tidings.query.projection;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Wakes whoever waits for a stream to move. Other nodes project other partitions, so a waiter also looks by itself. */
@Component
public final class ProjectionProgress {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final Map<UUID, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    /** Events of these streams are committed. */
    public void moved(Iterable<UUID> streams) {
        if (waiting.isEmpty()) {
            return;
        }
        for (UUID stream : streams) {
            CompletableFuture<Void> waiters = waiting.remove(stream);
            if (waiters != null) {
                waiters.complete(null);
            }
        }
    }

    /** Completes when the stream moves next on this node; ask before looking at the tables, so that no move is missed. */
    public CompletableFuture<Void> nextMove(UUID stream) {
        return waiting.computeIfAbsent(stream, ignored -> new CompletableFuture<>());
    }

    /** Blocks until the condition holds or the time is over; for virtual threads. Answers whether it holds. */
    public boolean await(UUID stream, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            CompletableFuture<Void> moved = nextMove(stream);
            if (condition.getAsBoolean()) {
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            pause(moved, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    private static void pause(CompletableFuture<Void> moved, long nanos) throws InterruptedException {
        try {
            moved.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // time to look for what another node has projected
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
