package tidings.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tidings.gateway.simulation.SimulatedLoop;

/** What is repeated goes on, whatever it throws, and is counted where people look. */
class BackgroundTest {

    @Test
    void aRepeatedTaskSurvivesExceptionsAndErrors() {
        SimulatedLoop loop = new SimulatedLoop();
        AtomicInteger runs = new AtomicInteger();
        long before = new BackgroundFailures().count();
        Background.every(
                loop,
                "a test",
                () -> {
                    switch (runs.incrementAndGet()) {
                        case 1 -> throw new IllegalStateException("injected");
                        case 2 -> throw new StackOverflowError("injected");
                        default -> {}
                    }
                },
                1_000);
        loop.runFor(10_500_000);
        assertThat(runs).hasValue(10);
        assertThat(new BackgroundFailures().count()).isEqualTo(before + 2);
    }

    @Test
    void aCallThatThrowsAtOnceFailsLikeOneThatFailsLater() {
        assertThat(Background.<String>start(() -> {
                    throw new IllegalStateException("injected");
                }))
                .isCompletedExceptionally();
    }
}
