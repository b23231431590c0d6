package tidings.load;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tidings.load.instance.InstanceMissingException;
import tidings.load.scenario.ScenarioCommands;
import tidings.load.seed.SeedCommand;

/** The entry class: {@code ./tidings load SCENARIO} and {@code ./tidings load seed}. */
@Command(
        name = "load",
        description = "Measures a running instance from outside, with exact books of what its users receive.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = SeedCommand.class,
        synopsisSubcommandLabel = "SCENARIO")
public final class LoadTests {

    private static final int FAILED = 1;
    private static final int UNAVAILABLE = 3;

    private LoadTests() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exitCode = commandLine().setOut(out).execute(arguments);
        out.flush();
        System.exit(exitCode);
    }

    /** The whole command line. Exit codes: 0 done, 1 the promise was broken, 2 bad usage, 3 no instance to measure. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LoadTests());
        ScenarioCommands.addTo(line);
        return line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof InstanceMissingException missing) {
                command.getErr().println("load: " + missing.getMessage());
                return UNAVAILABLE;
            }
            command.getErr().println("load: " + (exception instanceof IOException ? "" : "unexpected: ") + exception);
            if (System.getenv("TIDINGS_DEBUG") != null) {
                exception.printStackTrace(command.getErr());
            }
            return FAILED;
        });
    }
}
