package tidings.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is repeated is repeated by {@link Background} alone. */
class RepeatedTasksTest {

    private static final Path SOURCES = Path.of("src/main/java/tidings/gateway");

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
