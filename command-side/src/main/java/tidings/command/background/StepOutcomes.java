package tidings.command.background;

import java.time.Duration;

/** How the tries of one step went so far. Written by the task's own thread only, read by any. */
final class StepOutcomes {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private volatile long successes;
    private volatile long failures;
    private volatile long failingSince;
    private volatile int inARow;

    void succeeded() {
        successes++;
        inARow = 0;
    }

    void failed() {
        failures++;
        if (inARow == 0) {
            failingSince = System.nanoTime();
        }
        inARow++;
    }

    long successes() {
        return successes;
    }

    long failures() {
        return failures;
    }

    int failuresInARow() {
        return inARow;
    }

    /** Since the first of the failures in a row; zero when there is none. */
    Duration failingFor() {
        return inARow == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - failingSince);
    }

    /** How long to wait before the next try, after at least one failure. */
    Duration backoff() {
        Duration doubled = FIRST_BACKOFF.multipliedBy(1L << Math.min(inARow - 1, 10));
        return doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
    }
}
