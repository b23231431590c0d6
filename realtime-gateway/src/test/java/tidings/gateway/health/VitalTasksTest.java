package tidings.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VitalTasksTest {

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();
    private final VitalTasks tasks = new VitalTasks(
            Duration.ofSeconds(60), () -> Duration.ofSeconds(seconds.get()).toNanos());

    private void failsAt(long second) {
        seconds.set(second);
        tasks.failed("a task");
    }

    @Test
    void endTheProcessOnceAfterAMinuteOfFailures() {
        tasks.whenHopeless(ended::incrementAndGet);
        failsAt(5);
        failsAt(65);
        assertThat(ended).hasValue(0);
        failsAt(66);
        failsAt(67);
        assertThat(ended).hasValue(1);
        assertThat(tasks.hopeless()).hasValue("a task");
    }

    @Test
    void forgetFailuresAfterASuccess() {
        tasks.whenHopeless(ended::incrementAndGet);
        failsAt(5);
        tasks.succeeded("a task");
        failsAt(70);
        assertThat(ended).hasValue(0);
        assertThat(tasks.hopeless()).isEmpty();
    }
}
