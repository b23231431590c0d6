package tidings.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void measuresAProcessFromProc() {
        ProcessMeter meter = new ProcessMeter();
        meter.watch("self", ProcessHandle.current().pid());
        meter.watch("nobody", Integer.MAX_VALUE);
        ProcessMeter.Sample before = meter.sample();
        assertThat(before.of("self").residentBytes()).isGreaterThan(10 << 20);
        assertThat(before.of("nobody")).isEqualTo(new ProcessMeter.Usage(0, 0));
        await().until(() ->
                meter.sample().of("self").cpuSeconds() > before.of("self").cpuSeconds());
        assertThat(meter.sample().machineCpuSeconds()).isGreaterThanOrEqualTo(before.machineCpuSeconds());
    }

    @Test
    void summarisesLatenciesInMilliseconds() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            latencies.add(i * 1_000L);
        }
        Latencies.Summary summary = latencies.summary();
        assertThat(summary.count()).isEqualTo(1_000);
        assertThat(summary.p50()).isBetween(499.0, 501.0);
        assertThat(summary.p99()).isBetween(989.0, 991.0);
        assertThat(summary.max()).isBetween(999.0, 1_001.0);
        assertThat(latencies.curve()).isNotEmpty();
        assertThat(new Latencies().summary()).isEqualTo(new Latencies.Summary(0, 0, 0, 0, 0, 0));
    }

    @Test
    void keepsSecondsApart() {
        Timeline timeline = new Timeline();
        timeline.add(100_000, 1_000);
        timeline.add(900_000, 3_000);
        timeline.add(2_100_000, 5_000);
        assertThat(timeline.seconds())
                .extracting(Timeline.Second::second, Timeline.Second::count)
                .containsExactly(tuple(0L, 2L), tuple(2L, 1L));
    }
}
