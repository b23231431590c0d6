package tidings.load.measure;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Latencies in microseconds up to five minutes, to three digits (HdrHistogram). Used by one thread at a time. */
public final class Latencies {

    private static final long MAX_MICROS = 300_000_000L;
    private static final double MILLI = 1_000.0;

    private final Histogram histogram = new Histogram(1, MAX_MICROS, 3);

    /** Adds one. */
    public void add(long micros) {
        histogram.recordValue(Math.clamp(micros, 1, MAX_MICROS));
    }

    /** Adds all of another's. */
    public void addAll(Latencies other) {
        histogram.add(other.histogram);
    }

    /** Forgets all. */
    public void clear() {
        histogram.reset();
    }

    /** The percentiles in milliseconds; zero when there is nothing. */
    public Summary summary() {
        return new Summary(
                histogram.getTotalCount(), ms(50), ms(90), ms(99), ms(99.9), histogram.getMaxValue() / MILLI);
    }

    private double ms(double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / MILLI;
    }

    /** Points for a plot: of rising percentiles, their latency in milliseconds. */
    public List<double[]> curve() {
        List<double[]> points = new ArrayList<>();
        if (histogram.getTotalCount() > 0) {
            histogram
                    .percentiles(2)
                    .forEach(value -> points.add(
                            new double[] {value.getPercentileLevelIteratedTo(), value.getValueIteratedTo() / MILLI}));
        }
        return points;
    }

    /** Percentiles in milliseconds. */
    public record Summary(long count, double p50, double p90, double p99, double p999, double max) {}
}
