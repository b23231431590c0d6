package tidings.client;

import java.time.Duration;

/** No connection for now: whoever wants one was told when to come again. */
public final class RetryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    public RetryLaterException(Duration delay) {
        super("no connection before " + delay + " have passed");
        this.delay = delay;
    }

    /** How long to stay away at least. */
    public Duration delay() {
        return delay;
    }
}
