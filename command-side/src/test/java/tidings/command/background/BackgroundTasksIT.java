package tidings.command.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;
import tidings.command.background.BackgroundTasks.Step;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;

/** Fault 31: whatever a background task of a real node dies of, it goes on. */
@CommandNodeTest
class BackgroundTasksIT {

    private static final String STEP = "step";

    @Autowired
    private BackgroundTasks tasks;

    @LocalServerPort
    private int port;

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
                failNextBy(task, death);
                await(task.name()).until(() -> task.failures() > failures);
                long successes = task.successes();
                await(task.name()).until(() -> task.successes() > successes);
                assertThat(task.failingFor()).isZero();
            }
        }
        assertThat(tasks.failing()).isEmpty();
        Answer ready = new Rest(port).get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("checks").path("backgroundTasks").asString())
                .isEqualTo("UP");
        JsonNode failures = ready.json().path("checks").path("backgroundFailures");
        assertThat(all)
                .allSatisfy(
                        task -> assertThat(failures.path(task.name()).asLong()).isGreaterThanOrEqualTo(3));
    }

    /** The next step throws this instead of running. */
    private static void failNextBy(BackgroundTask task, Throwable death) {
        Step step = (Step) ReflectionTestUtils.getField(task, STEP);
        Step dying = () -> {
            ReflectionTestUtils.setField(task, STEP, step);
            switch (death) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new AssertionError(death);
            }
        };
        ReflectionTestUtils.setField(task, STEP, dying);
    }
}
