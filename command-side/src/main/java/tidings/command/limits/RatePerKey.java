package tidings.command.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import tidings.access.CellRate;

/** The same rate for each key, with room for a second beside the burst. Thread-safe. */
final class RatePerKey<K> {

    private static final long SLACK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_REMEMBERED = 200_000;

    private final int perSecond;
    private final int burst;
    private final Cache<K, CellRate> rates = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(2))
            .executor(Runnable::run)
            .build();

    RatePerKey(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Takes one and returns 0, or takes none and returns the nanoseconds until it may be had. */
    long take(K key, long now) {
        return rates.get(key, fresh -> new CellRate(perSecond, burst, SLACK_NANOS))
                .take(now);
    }
}
