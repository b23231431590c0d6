package tidings.command.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to when what each key sent is paid for: the generic cell rate algorithm, with room for a second beside the burst.
 * Thread-safe; never blocks.
 */
final class CellRateLimiter<K> {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int MAX_REMEMBERED = 200_000;

    private final long interval;
    private final long tolerance;
    private final Cache<K, AtomicLong> paidUntil = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    CellRateLimiter(int perSecond, int burst) {
        this.interval = SECOND / perSecond;
        this.tolerance = interval * (burst - 1L) + SECOND;
    }

    /** Takes one and returns 0, or takes none and returns the nanoseconds until it may be had. */
    long take(K key, long now) {
        AtomicLong paid = paidUntil.get(key, fresh -> new AtomicLong(now));
        while (true) {
            long until = paid.get();
            long ahead = until - now;
            if (ahead > tolerance) {
                return ahead - tolerance;
            }
            if (paid.compareAndSet(until, (ahead > 0 ? until : now) + interval)) {
                return 0;
            }
        }
    }
}
