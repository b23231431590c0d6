package tidings.command.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How far this node has seen the log reach, and when, by its own steady clock. An event's time of day says nothing about
 * how long ago it was written: the node that wrote it may have any clock.
 */
final class SeenHeads {

    private static final long APART = Duration.ofMillis(50).toNanos();

    private record Sighting(long index, long nanos) {}

    private final long memory;
    private final LongSupplier nanoTime;
    private final Deque<Sighting> recent = new ArrayDeque<>();
    private long longSeen = -1;

    /** Remembers each sighting until it is that long ago. */
    SeenHeads(Duration memory, LongSupplier nanoTime) {
        this.memory = memory.toNanos();
        this.nanoTime = nanoTime;
    }

    synchronized void saw(long head) {
        long now = nanoTime.getAsLong();
        forget(now);
        if (recent.isEmpty() || now - recent.getLast().nanos() >= APART) {
            recent.add(new Sighting(head, now));
        }
    }

    /** Whether the log is known to have reached this index so long ago. */
    synchronized boolean sawLongAgo(long index) {
        forget(nanoTime.getAsLong());
        return index <= longSeen;
    }

    private void forget(long now) {
        while (!recent.isEmpty() && now - recent.getFirst().nanos() >= memory) {
            longSeen = Math.max(longSeen, recent.removeFirst().index());
        }
    }
}
