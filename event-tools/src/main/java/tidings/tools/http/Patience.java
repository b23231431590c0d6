package tidings.tools.http;

import java.time.Duration;

/**
 * How a call waits for a side that is busy or away: pauses that double, up to a bound, until the whole time is up.
 *
 * @param firstPause of the first retry
 * @param longestPause of any retry
 * @param whole how long one call may take in all
 */
public record Patience(Duration firstPause, Duration longestPause, Duration whole) {

    /** For work that goes on by itself: two minutes, enough for a restart. */
    public static final Patience LONG =
            new Patience(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMinutes(2));

    /** For somebody who waits for an answer. */
    public static final Patience SHORT =
            new Patience(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5));

    Duration pauseBefore(int retry) {
        long doubled = firstPause.toMillis() << Math.min(retry, 20);
        return Duration.ofMillis(Math.min(doubled, longestPause.toMillis()));
    }
}
