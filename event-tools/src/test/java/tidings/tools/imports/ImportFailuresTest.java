package tidings.tools.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidings.tools.http.RequestRefusedException;
import tidings.tools.http.UnavailableException;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.TestExport;
import tidings.tools.terminal.Progress;

class ImportFailuresTest {

    @TempDir
    private Path folder = Path.of("");

    private final MemoryCommandSide command = new MemoryCommandSide();

    @AfterEach
    void stop() {
        command.close();
    }

    @Test
    void waitsWhileTheCommandSideIsBusy() throws IOException {
        command.busyAnswers.set(3);
        ImportReport report = run(manyMessages());
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(1_200, 0));
    }

    @Test
    void completesAnImportThatWasCutOff() throws IOException {
        command.failsAfter = 2;
        assertThatThrownBy(() -> run(manyMessages())).isInstanceOf(UnavailableException.class);
        assertThat(imported()).isEqualTo(1_000);
        command.failsAfter = Integer.MAX_VALUE;
        ImportReport report = run(manyMessages());
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(200, 1_000));
        assertThat(imported()).isEqualTo(1_200);
    }

    @Test
    void stopsAtAWrongSecret() throws IOException {
        try (SlackExport read = SlackExport.open(TestExport.ofTwoPeople().in(folder))) {
            SlackImport run = new SlackImport(read, command.api("guess"), "slack:T1", 1);
            assertThatThrownBy(() -> run.run((phase, steps) -> Progress.muted()))
                    .isInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("UNAUTHENTICATED");
        }
    }

    private ImportReport run(TestExport export) throws IOException {
        return TestImport.run(export, folder, command);
    }

    private int imported() {
        return command.messages.getOrDefault("id-C1", List.of()).size();
    }

    private static TestExport manyMessages() {
        StringBuilder day = new StringBuilder("[");
        for (int i = 0; i < 1_200; i++) {
            day.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"")
                    .append(1_422_700_000 + i)
                    .append(".0\",\"text\":\"m\"}");
        }
        return TestExport.ofTwoPeople()
                .file("general/2015-01-31.json", day.append("]").toString());
    }
}
