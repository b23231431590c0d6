package tidings.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tidings.load.instance.InstanceMissing;
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

    private static final int UNAVAILABLE = 3;

    private LoadTests() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line. Exit codes: 0 done, 1 the promise was broken, 2 bad usage, 3 no instance to measure. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LoadTests());
        ScenarioCommands.addTo(line);
        return line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof InstanceMissing missing) {
                command.getErr().println("load: " + missing.getMessage());
                return UNAVAILABLE;
            }
            throw exception;
        });
    }
}
