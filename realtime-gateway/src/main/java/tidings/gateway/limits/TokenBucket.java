package tidings.gateway.limits;

import java.util.concurrent.TimeUnit;

/** A rate with a burst, as GCRA (ITU-T I.371): one number of state. Thread-safe. */
public final class TokenBucket {

    private final long nanosPerToken;
    private final long toleranceNanos;
    private long theoreticalArrival;
    private boolean used;

    public TokenBucket(int perSecond, int burst) {
        this.nanosPerToken = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.toleranceNanos = nanosPerToken * Math.max(0, burst - 1);
    }

    /** Takes a token and returns 0, or takes none and returns the milliseconds, at least 1, until there is one. */
    public synchronized long take(long nowNanos) {
        long arrival = used ? Math.max(theoreticalArrival - nowNanos, 0) + nowNanos : nowNanos;
        long early = arrival - nowNanos - toleranceNanos;
        if (early > 0) {
            return 1 + TimeUnit.NANOSECONDS.toMillis(early);
        }
        used = true;
        theoreticalArrival = arrival + nanosPerToken;
        return 0;
    }
}
