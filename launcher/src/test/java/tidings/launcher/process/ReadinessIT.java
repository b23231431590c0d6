package tidings.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessIT {
    /** Longer than a loaded machine keeps a shell from its next step. */
    private static final Duration STALL = Duration.ofSeconds(8);

    @TempDir
    Path temporary = Path.of("");

    @Test
    void waitsForASlowProcessThatGetsOn() {
        Launchable slow = launchable("n=0; while [ $n -lt 100 ]; do n=$((n+1)); echo step $n; sleep 0.1; done;"
                + " : > ready; exec sleep 600");

        LeashedProcess process = slow.start();

        assertThat(temporary.resolve("ready")).exists();
        process.kill();
    }

    @Test
    void givesUpOnAProcessThatStandsStillAndTellsWhatItSaidAndWhatToTry() {
        Launchable hung = launchable("echo first; echo waiting for the moon; exec sleep 600");

        assertThatThrownBy(hung::start)
                .isInstanceOf(LaunchFailedException.class)
                .hasMessageContaining("part is not ready, and has made no progress for 8 s: waiting for the moon")
                .hasMessageContaining("  | first")
                .hasMessageContaining("try: ./tidings logs part");
    }

    @Test
    void aProcessThatIsSlowToStopIsNotKilledWhileItGetsOn() {
        LeashedProcess process = launchable("trap 'n=0; while [ $n -lt 130 ]; do n=$((n+1)); echo $n; sleep 0.1; done;"
                        + " : > stopped; exit 0' TERM; : > ready; while true; do sleep 0.1; done")
                .start();

        process.stop(STALL);

        assertThat(temporary.resolve("stopped")).exists();
    }

    private Launchable launchable(String script) {
        ProcessSpec spec = new ProcessSpec(
                "part", List.of("/bin/sh", "-c", script), Map.of(), temporary, temporary.resolve("part.log"));
        return new Launchable(spec, 0, () -> Files.exists(temporary.resolve("ready")), STALL, STALL);
    }
}
