package tidings.gateway.limits;

import java.util.concurrent.TimeUnit;

/**
 * What one user, channel or address may still do. Decides at once from this gateway's own count; what was used is
 * reported afterwards, and where all gateways together were too quick the answer closes the bucket for a while.
 * Thread-safe.
 */
final class Bucket {

    /** How many a second, and how many at once. */
    record Rate(int perSecond, int burst) {
        Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a rate is at least 1");
            }
        }
    }

    private final String key;
    private final Rate rate;
    private final TokenBucket local;
    private int used;
    private long closedUntilNanos;
    private long lastUsedNanos;
    private boolean closed;

    Bucket(String key, Rate rate) {
        this.key = key;
        this.rate = rate;
        this.local = new TokenBucket(rate.perSecond(), rate.burst());
    }

    String key() {
        return key;
    }

    Rate rate() {
        return rate;
    }

    /** Takes one and returns 0, or takes none and returns the milliseconds, at least 1, until it is worth a try. */
    synchronized long take(long nowNanos) {
        lastUsedNanos = nowNanos;
        if (closed) {
            long left = closedUntilNanos - nowNanos;
            if (left > 0) {
                return 1 + TimeUnit.NANOSECONDS.toMillis(left);
            }
            closed = false;
        }
        long waitMs = local.take(nowNanos);
        if (waitMs == 0) {
            used++;
        }
        return waitMs;
    }

    /** What was used and not reported yet; it is reported now. */
    synchronized int report() {
        int count = used;
        used = 0;
        return count;
    }

    /** All gateways together were too quick. */
    synchronized void close(long nowNanos, long forMs) {
        closed = true;
        closedUntilNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(forMs);
    }

    synchronized boolean idleSince(long nanos) {
        return used == 0 && lastUsedNanos - nanos < 0;
    }
}
