package tidings.command.throttle;

import java.time.Duration;

/** A login or registration that has to wait. It has no stack trace. */
public final class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    private TooManyAttempts(Duration retryAfter) {
        super("too many attempts; wait a moment", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** @throws TooManyAttempts when there is something to wait for */
    public static void requireNone(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
    }
}
