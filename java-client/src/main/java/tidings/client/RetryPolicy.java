package tidings.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a client waits.
 *
 * @param answerTimeout for an answer, until it takes the connection for dead
 * @param minDelay at least, before it connects again
 * @param maxDelay at most; between these each client draws its own moment, so that not all come at once
 */
public record RetryPolicy(Duration answerTimeout, Duration minDelay, Duration maxDelay) {

    private static final int MAX_DOUBLINGS = 6;

    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(8), Duration.ofMillis(150), Duration.ofSeconds(10));

    /** A pause for the given number of failures since the last welcome, spread over its second half. */
    long delayMs(int failures) {
        long widest =
                Math.min(maxDelay.toMillis(), minDelay.toMillis() << Math.min(Math.max(failures, 0), MAX_DOUBLINGS));
        return widest / 2 + ThreadLocalRandom.current().nextLong(1 + widest / 2);
    }

    /** So long at least and twice as long at most, so that those who were told the same do not come at the same moment. */
    static long spreadMs(long leastMs) {
        return leastMs + ThreadLocalRandom.current().nextLong(1 + leastMs);
    }
}
