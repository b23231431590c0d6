package tidings.command.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets a key through {@code burst} times at once and then once per interval (the generic cell rate algorithm, as a
 * virtual schedule). Bounded in memory: of very many keys the least used are forgotten.
 */
public final class Throttle {

    private static final int MAX_KEYS = 100_000;

    private final long intervalMs;
    private final long toleranceMs;
    private final Clock clock;
    private final Cache<String, Long> nextAt;

    public Throttle(int burst, Duration interval, Clock clock) {
        this.intervalMs = interval.toMillis();
        this.toleranceMs = intervalMs * (burst - 1);
        this.clock = clock;
        this.nextAt = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(interval.multipliedBy(burst + 1L))
                .build();
    }

    /** Takes one; zero when it may be had now, otherwise how long to wait, and nothing is taken. */
    public Duration take(String key) {
        long now = clock.millis();
        AtomicLong waitMs = new AtomicLong();
        nextAt.asMap().compute(key, (ignored, due) -> {
            long base = due == null ? now : Math.max(due, now);
            waitMs.set(Math.max(0, base - toleranceMs - now));
            return waitMs.get() > 0 ? base : base + intervalMs;
        });
        return Duration.ofMillis(waitMs.get());
    }

    public void forget(String key) {
        nextAt.invalidate(key);
    }
}
