package tidings.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadTestsTest {

    @TempDir
    private Path empty = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = LoadTests.commandLine();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    @Test
    void namesAllScenarios() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("seed", "rooms", "rising", "one-room", "room-10000", "idle", "reconnect");
    }

    @Test
    void tellsBadUsage() {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("rooms", "--users", "0")).isEqualTo(2);
        assertThat(run("seed", "--users", "10", "--room-size", "0", "--out", "x"))
                .isEqualTo(2);
    }

    @Test
    void tellsThatNoInstanceIsUp() {
        assertThat(run("rooms", "--data", empty.toString())).isEqualTo(3);
        assertThat(run("seed", "--users", "1", "--room-size", "1", "--out", "x", "--data", empty.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("./tidings up");
    }
}
