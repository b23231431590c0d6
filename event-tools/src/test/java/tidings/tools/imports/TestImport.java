package tidings.tools.imports;

import java.io.IOException;
import java.nio.file.Path;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.TestExport;
import tidings.tools.terminal.Progress;

/** Imports test exports into a command side in memory. */
final class TestImport {

    private TestImport() {}

    static ImportReport run(TestExport export, Path folder, MemoryCommandSide command) throws IOException {
        try (SlackExport read = SlackExport.open(export.in(folder))) {
            return new SlackImport(read, command.api(), read.sourceKey(), 2).run((phase, steps) -> Progress.muted());
        }
    }
}
