package tidings.command.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tidings.command.running.CommandNodeTest;

/** Fault 31: whatever a background task of a real node dies of, it goes on. */
@CommandNodeTest
class BackgroundTasksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private BackgroundTasks tasks;

    @Test
    void everyTaskOfANodeOutlivesAnExceptionAnErrorAndAnInterrupt() {
        List<BackgroundTask> all = tasks.all();
        assertThat(all)
                .extracting(BackgroundTask::name)
                .contains(
                        "committer",
                        "deadlines",
                        "relay",
                        "read-markers",
                        "read-marker-publication",
                        "session-sweeper");
        for (Throwable death : Stream.of(
                        new IllegalStateException("injected"),
                        new StackOverflowError("injected"),
                        new InterruptedException("injected"))
                .toList()) {
            for (BackgroundTask task : all) {
                long failures = task.failures();
                task.failNextBy(death);
                await(task.name()).atMost(PATIENCE).until(() -> task.failures() > failures);
                long successes = task.successes();
                await(task.name()).atMost(PATIENCE).until(() -> task.successes() > successes);
                assertThat(task.failingFor()).isZero();
            }
        }
        assertThat(tasks.failing()).isEmpty();
    }
}
