package tidings.load.measure;

import java.util.ArrayList;
import java.util.List;

/** What was delivered in each second since the start. Used by one thread at a time. */
public final class Timeline {

    private final List<Second> seconds = new ArrayList<>();
    private final Latencies current = new Latencies();
    private long second;

    /** One second: how many deliveries, and how late they were. */
    public record Second(long second, long count, double p50, double p99, double max) {}

    /** Adds a delivery at a time after the start. */
    public void add(long atMicros, long latencyMicros) {
        long now = atMicros / 1_000_000;
        if (now != second) {
            finishSecond();
            second = now;
        }
        current.add(latencyMicros);
    }

    /** All seconds with deliveries. */
    public List<Second> seconds() {
        finishSecond();
        return List.copyOf(seconds);
    }

    private void finishSecond() {
        Latencies.Summary summary = current.summary();
        if (summary.count() > 0) {
            seconds.add(new Second(second, summary.count(), summary.p50(), summary.p99(), summary.max()));
            current.clear();
        }
    }
}
