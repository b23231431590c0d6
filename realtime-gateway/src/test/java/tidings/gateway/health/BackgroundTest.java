package tidings.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidings.gateway.simulation.SimulatedLoop;

/** What is repeated goes on, whatever it throws, and is counted where people look. */
class BackgroundTest {

    private static final Path SOURCES = Path.of("src/main/java/tidings/gateway");

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

    /** A task that is repeated by other means would end for good with its first exception. */
    @Test
    void nothingIsRepeatedByOtherMeans() throws IOException {
        Pattern repeats = Pattern.compile("scheduleWithFixedDelay\\(|scheduleAtFixedRate\\(");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> repeats.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(others).containsExactly("Background.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
