package tidings.command.benchmark;

import java.time.Duration;

/**
 * What callers saw in a while.
 *
 * @param busy how often they were told to come again
 * @param sortedNanos from each first attempt to its good answer
 */
record Answers(long accepted, long busy, Duration lasted, long[] sortedNanos) {

    double perSecond() {
        return accepted * 1e9 / lasted.toNanos();
    }

    double millis(double quantile) {
        return sortedNanos[(int) Math.min(sortedNanos.length - 1, (long) (sortedNanos.length * quantile))] / 1e6;
    }
}
