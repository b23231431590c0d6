package tidings.command.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tidings.command.background.BackgroundTasks.Importance;

class BackgroundTasksTest {

    private final BackgroundTasks tasks = new BackgroundTasks(Duration.ofMillis(50), Duration.ofSeconds(1));

    @Test
    void namesAVitalTaskThatFailsEachTimeAndEndsTheProcessWhenThatGoesOn() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger ended = new AtomicInteger();
        tasks.whenHopeless(ended::incrementAndGet);
        try (BackgroundTask task = tasks.loop("vital", Importance.VITAL, () -> fail(broken));
                BackgroundTask late = tasks.loop("late", Importance.DEFERRABLE, () -> fail(broken))) {
            await().until(() -> tasks.failing().contains("vital"));
            assertThat(tasks.failing()).containsExactly("vital");
            await().until(() -> task.failures() > 1);
            await().until(() -> ended.get() == 1);
            assertThat(tasks.hopeless()).containsExactly("vital");
            broken.set(false);
            await().until(() -> tasks.failing().isEmpty() && late.successes() > 0);
            assertThat(ended).hasValue(1);
        }
    }

    @Test
    void endsWhenItIsStoppedAndIsNoLongerCounted() {
        AtomicInteger steps = new AtomicInteger();
        BackgroundTask task = tasks.every(Duration.ofMillis(1), "counting", Importance.VITAL, steps::incrementAndGet);
        await().until(() -> steps.get() > 2);
        assertThat(task.stop(STANDSTILL)).isTrue();
        int last = steps.get();
        assertThat(tasks.all()).isEmpty();
        assertThat(steps).hasValue(last);
    }

    private static void fail(AtomicBoolean broken) {
        if (broken.get()) {
            throw new IllegalStateException("injected");
        }
        Thread.onSpinWait();
    }
}
