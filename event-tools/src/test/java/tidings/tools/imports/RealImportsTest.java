package tidings.tools.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidings.tools.slack.Losses.Left;
import tidings.tools.slack.RealData;
import tidings.tools.slack.SlackExport;
import tidings.tools.terminal.Progress;

/** Imports real exports, where they are at hand, and accounts for every single entry of them. */
class RealImportsTest {

    private final MemoryCommandSide command = new MemoryCommandSide();

    @AfterEach
    void stop() {
        command.close();
    }

    private ImportReport run(Path file) throws IOException {
        command.keepsMessages = false;
        try (SlackExport export = SlackExport.open(file)) {
            return new SlackImport(export, command.api(), export.sourceKey(), 4)
                    .run((phase, steps) -> Progress.muted());
        }
    }

    @Test
    void leavesOutOnlyWhatNobodyWroteInAGenuineExport() throws IOException {
        ImportReport report = run(RealData.present("houston-slack").resolve("houston-slack.zip"));
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(1_031, 0));
        assertThat(leftMessages(report)).isEqualTo(351);
        assertThat(report.left())
                .contains(new Left("message", "SYSTEM_CHANNEL_JOIN", 320))
                .noneMatch(left -> left.reason().equals("REPEATED"));
        assertThat(report.channels()).isEqualTo(new ImportReport.Counts(16, 0));
    }

    @Test
    void importsJapaneseText() throws IOException {
        ImportReport report = run(RealData.present("haskell-jp-slack").resolve("haskell-jp-slack.zip"));
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(17_705, 0));
        assertThat(report.left()).contains(new Left("message", "SYSTEM_CHANNEL_JOIN", 4_890));
        assertThat(leftMessages(report)).isEqualTo(4_890);
    }

    @Test
    void importsEveryMessageOfTheVolumeSet() throws IOException {
        ImportReport report = run(RealData.present("fcc-gitter").resolve("fcc-gitter-slack-export.zip"));
        assertThat(report.messages()).isEqualTo(new ImportReport.Counts(211_038, 0));
        assertThat(leftMessages(report)).isZero();
        assertThat(report.accounts()).isEqualTo(new ImportReport.Counts(7_503, 0));
        assertThat(report.channels()).isEqualTo(new ImportReport.Counts(521, 0));
        assertThat(report.notes()).containsEntry("messages without text", 1_170); // one held a control character
    }

    private static int leftMessages(ImportReport report) {
        return report.left().stream()
                .filter(left -> left.kind().equals("message"))
                .mapToInt(Left::count)
                .sum();
    }
}
