package tidings.tools.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.slack.SlackExport;
import tidings.tools.slack.UnreadableExportException;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.ToolFailedException;

/** {@code import slack FILE.zip}. */
@Command(
        name = "slack",
        description = {
            "Imports a Slack export through the command side: people, channels, messages with their original times.",
            "Run it again to complete an import that was cut off, or to take over a later export of the same workspace.",
            "Exit code 4: all else is imported, and what could not be kept is counted by kind and reason."
        })
final class SlackCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "FILE.zip", description = "the export as Slack made it")
    private Path file = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "KEY",
            description = "names the workspace, instead of the key that is found in the export")
    private @Nullable String source;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "how many channels at a time (default: ${DEFAULT-VALUE})")
    private int parallel = 4;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (parallel < 1 || parallel > 32) {
            throw new ParameterException(command.commandLine(), "--parallel is 1 to 32");
        }
        InternalApi api = instance.load().command(Patience.LONG);
        PrintWriter err = command.commandLine().getErr();
        try (SlackExport export = SlackExport.open(file)) {
            String key = source == null ? export.sourceKey() : source;
            SlackImport run = new SlackImport(export, api, key, parallel);
            ImportReport report = run.run((phase, steps) -> output.progress(err, phase, steps));
            output.print(command, report, ImportReport::text);
            return report.left().isEmpty() ? ExitCodes.DONE : ExitCodes.INCOMPLETE;
        } catch (UnreadableExportException e) {
            throw new ToolFailedException(String.valueOf(e.getMessage()));
        }
    }
}
