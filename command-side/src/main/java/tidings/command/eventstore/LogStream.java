package tidings.command.eventstore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log, followed from a position on (ADR-0012). What this node commits is handed over by its committer and given
 * out as long as each index follows upon the last one; at any hole, and every {@code fetchDelay} while nothing comes, the
 * database is asked, which also knows what other nodes have written and which indices are still open. Used by one
 * reader at a time.
 */
final class LogStream implements TrackingEventStream {

    private static final int PAGE = 500;
    private static final int MOST_HANDED_OVER = 10_000;
    private static final int OPEN_INDICES_LOOKS = 5;

    private final BiFunction<@Nullable TrackingToken, Integer, List<? extends TrackedEventMessage<?>>> log;
    private final long fetchDelayNanos;
    private final Consumer<LogStream> closed;
    private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Committed> handedOver = new ArrayDeque<>();
    private @Nullable TrackingToken position;
    private long lookedAt;
    private long looks;

    /**
     * A stream that begins behind a position.
     *
     * @param log reads at most so many events behind a position
     * @param closed is told of its end
     */
    LogStream(
            @Nullable TrackingToken position,
            BiFunction<@Nullable TrackingToken, Integer, List<? extends TrackedEventMessage<?>>> log,
            Duration fetchDelay,
            Consumer<LogStream> closed) {
        this.position = position;
        this.log = log;
        this.fetchDelayNanos = fetchDelay.toNanos();
        this.closed = closed;
        this.lookedAt = System.nanoTime() - fetchDelayNanos * OPEN_INDICES_LOOKS;
    }

    /** From the committer, in the order of the commits; without events where it does not know their indices. */
    void handOver(List<Committed> batch) {
        lock.lock();
        try {
            if (handedOver.size() + batch.size() > MOST_HANDED_OVER) {
                // the reader is far behind: the hole that this makes sends it to the database
                handedOver.clear();
            }
            handedOver.addAll(batch);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(ready.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (!ready.isEmpty()) {
            return true;
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (timeout > 0 && !fill()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            await(Math.min(left, fetchDelayNanos));
        }
        return !ready.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        boolean available = hasNextAvailable(1, TimeUnit.SECONDS);
        while (!available) {
            available = hasNextAvailable(1, TimeUnit.SECONDS);
        }
        return ready.remove();
    }

    @Override
    public void close() {
        closed.accept(this);
    }

    /** How often the database was asked. */
    long looks() {
        return looks;
    }

    private boolean fill() {
        if (indicesAreOpen() && sinceLook() >= fetchDelayNanos * OPEN_INDICES_LOOKS) {
            look();
        }
        boolean hole = takeOver();
        if (ready.isEmpty() && (hole || sinceLook() >= fetchDelayNanos)) {
            look();
        }
        return !ready.isEmpty();
    }

    /** Answers whether something was handed over that does not follow upon the position. */
    private boolean takeOver() {
        lock.lock();
        try {
            while (ready.size() < PAGE) {
                Committed next = handedOver.peek();
                if (next == null) {
                    return false;
                }
                if (!(position instanceof GapAwareTrackingToken token) || next.index() > token.getIndex() + 1) {
                    return true;
                }
                handedOver.remove();
                if (next.index() == token.getIndex() + 1) {
                    GapAwareTrackingToken moved = token.advanceTo(next.index(), GroupCommitEngine.MAX_GAP_OFFSET);
                    position = moved;
                    ready.add(new GenericTrackedDomainEventMessage<>(moved, next.message()));
                    // nothing can stand between two indices of this node that follow upon one another
                    lookedAt = indicesAreOpen() ? lookedAt : System.nanoTime();
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        looks++;
        for (TrackedEventMessage<?> event : log.apply(position, PAGE)) {
            ready.add(event);
            position = event.trackingToken();
        }
        lookedAt = System.nanoTime();
    }

    private boolean indicesAreOpen() {
        return position instanceof GapAwareTrackingToken token && token.hasGaps();
    }

    private long sinceLook() {
        return System.nanoTime() - lookedAt;
    }

    private void await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            if (handedOver.isEmpty()) {
                arrived.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
