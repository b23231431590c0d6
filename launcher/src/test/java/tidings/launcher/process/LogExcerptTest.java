package tidings.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExcerptTest {
    @TempDir
    Path temporary = Path.of("");

    @Test
    void prefersAFullDiskToTheExceptionThatItCaused() throws IOException {
        assertThat(reason("""
                        starting
                        java.io.IOException: No space left on device
                        Caused by: something else
                        [ERROR] Aborting
                        """)).isEqualTo("java.io.IOException: No space left on device");
    }

    @Test
    void takesTheInnermostCauseElseTheLastLine() throws IOException {
        assertThat(reason("Exception in thread main\nCaused by: A\nCaused by: B\n\tat x\n"))
                .isEqualTo("Caused by: B");
        assertThat(reason("one\ntwo\n\n")).isEqualTo("two");
        assertThat(reason("")).isEqualTo("it wrote nothing");
    }

    @Test
    void ignoresWhatEarlierRunsWrote() throws IOException {
        Path log = temporary.resolve("log");
        Files.writeString(log, "ERROR of yesterday\n");
        long from = Files.size(log);
        Files.writeString(log, "ERROR of yesterday\nfine\n");

        assertThat(LogExcerpt.reason(log, from)).isEqualTo("fine");
    }

    private String reason(String text) throws IOException {
        Path log = temporary.resolve("log");
        Files.writeString(log, text);
        return LogExcerpt.reason(log, 0);
    }
}
