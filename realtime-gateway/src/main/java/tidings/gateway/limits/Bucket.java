package tidings.gateway.limits;

import java.util.concurrent.TimeUnit;
import tidings.access.CellRate;

/**
 * What one user, channel or address may still do. Decides at once from this gateway's own count; what was used is
 * reported afterwards, and where all gateways together were too quick the answer closes the bucket for a while.
 * Thread-safe.
 */
final class Bucket {

    /** So many gateways stay within a limit together without counting, if each stays within its share. */
    private static final int GATEWAYS = 8;

    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String key;
    private final Rate rate;
    private final CellRate local;
    private int used;
    private long countedFromNanos;
    private long closedUntilNanos;
    private long lastUsedNanos;
    private boolean closed;

    Bucket(String key, Rate rate) {
        this.key = key;
        this.rate = rate;
        this.local = new CellRate(rate.perSecond(), rate.burst());
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
        long waitMs = local.takeMillis(nowNanos);
        if (waitMs == 0) {
            countedFromNanos = used == 0 ? nowNanos : countedFromNanos;
            used++;
        }
        return waitMs;
    }

    /**
     * What was used and is worth counting with the other gateways; it is reported now. What is slower than one of them
     * may be without all of them being too quick is not counted together.
     */
    synchronized int report(long nowNanos) {
        int count = used > rate.perSecond() / GATEWAYS ? used : 0;
        if (count > 0 || nowNanos - countedFromNanos >= WINDOW_NANOS) {
            used = 0;
        }
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
