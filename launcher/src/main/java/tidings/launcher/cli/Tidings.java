package tidings.launcher.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tidings.launcher.process.LaunchFailedException;

/** The program behind {@code ./tidings}. Exit codes: 0 done, 1 failed, 2 bad usage, 3 a dependency is unavailable. */
@Command(
        name = "tidings",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "0.1.0",
        description = "Runs Tidings on this machine.",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Reset.class},
        footer = {
            "",
            "Further commands, see their own --help:",
            "  import, replay, verify, as-of, export, inspect   the event tools",
            "  load                                             the load generator"
        })
final class Tidings {
    static final String SAYS = "tidings: ";
    static final String DEBUG = "TIDINGS_DEBUG";

    private Tidings() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tidings()).setExecutionExceptionHandler((failure, line, parsed) -> {
            PrintWriter error = line.getErr();
            if (failure instanceof LaunchFailedException failed) {
                error.println(SAYS + failed.getMessage());
                return failed.kind().exitCode();
            }
            error.println(SAYS + UnexpectedFailure.describe(failure));
            if (System.getenv(DEBUG) != null) {
                failure.printStackTrace(error);
            }
            return LaunchFailedException.Kind.FAILED.exitCode();
        });
    }
}
