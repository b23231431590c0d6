package tidings.command.throttle;

import java.time.Duration;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;

/**
 * Lets a key through {@code burst} times at once and then once per interval (the generic cell rate algorithm, as a
 * virtual schedule), whichever node it asks.
 */
public final class Throttle {

    private final String name;
    private final Duration interval;
    private final Duration tolerance;
    private final ThrottleStore store;

    Throttle(String name, int burst, Duration interval, ThrottleStore store) {
        this.name = name;
        this.interval = interval;
        this.tolerance = interval.multipliedBy(burst - 1L);
        this.store = store;
    }

    /** Takes one; zero when it may be had now, otherwise how long to wait, and nothing is taken. */
    public Duration take(String key) {
        return take(key, 1);
    }

    /** Takes several at once or none; the last of them may lie beyond the burst, and is paid for by waiting afterwards. */
    public Duration take(String key, int count) {
        return store.take(name, key, interval.multipliedBy(count), tolerance);
    }

    /** @throws CommandRefusedException RATE_LIMITED when there is something to wait for */
    public static void requireNoWait(Duration wait) {
        if (!wait.isZero()) {
            throw new CommandRefusedException(RejectionCode.RATE_LIMITED, "too many attempts", wait);
        }
    }

    public void forget(String key) {
        store.forget(name, key);
    }
}
