package tidings.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidingsTest {
    @TempDir
    Path temporary = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "reset"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: tidings " + command).contains("--data");
        assertThat(error.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "0", "-1"})
    void aPortThatIsNoneIsBadUsage(String port) {
        assertThat(run("up", "--port", port, "--data", temporary.toString())).isEqualTo(2);
        assertThat(error.toString()).startsWith("tidings: a port is 1 to 65535").hasLineCount(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneLine() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(run("up", "--detach", "--data", file.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(error.toString()).startsWith("tidings: ").hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void whatDoesNotRunIsStopped() {
        assertThat(run("down", "--data", temporary.toString())).isZero();
        assertThat(out.toString()).contains("not running");
    }

    private int run(String... arguments) {
        return Tidings.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
    }
}
