package tidings.access;

import java.util.concurrent.TimeUnit;

/**
 * A rate with a burst, by the generic cell rate algorithm (GCRA, ITU-T I.371): one number of state, the time by which all
 * that was taken is paid for. Thread-safe; never blocks for long.
 */
public final class CellRate {

    private final long intervalNanos;
    private final long toleranceNanos;
    private long paidUntilNanos;
    private boolean used;

    public CellRate(int perSecond, int burst) {
        this(perSecond, burst, 0);
    }

    /** @param slackNanos how much earlier than the burst allows a token may be taken */
    public CellRate(int perSecond, int burst, long slackNanos) {
        this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.toleranceNanos = intervalNanos * Math.max(0, burst - 1) + slackNanos;
    }

    /**
     * Takes a token and returns 0, or takes none and returns the nanoseconds until there is one.
     *
     * @param nowNanos in the time of {@link System#nanoTime()}
     */
    public synchronized long take(long nowNanos) {
        long ahead = used ? Math.max(paidUntilNanos - nowNanos, 0) : 0;
        if (ahead > toleranceNanos) {
            return ahead - toleranceNanos;
        }
        used = true;
        paidUntilNanos = nowNanos + ahead + intervalNanos;
        return 0;
    }

    /** As {@link #take}, in milliseconds, of which a wait has at least 1. */
    public long takeMillis(long nowNanos) {
        long nanos = take(nowNanos);
        return nanos == 0 ? 0 : 1 + TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
