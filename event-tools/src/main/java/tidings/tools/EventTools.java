package tidings.tools;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tidings.tools.http.RequestRefused;
import tidings.tools.http.Unavailable;
import tidings.tools.imports.ImportCommand;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Failed;

/** The entry class: {@code ./tidings import | replay | …}. */
@Command(
        name = "tidings",
        description = "The event tools of Tidings.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {ImportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class EventTools {

    private EventTools() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line; its exit codes are {@link ExitCodes}. */
    static CommandLine commandLine() {
        return new CommandLine(new EventTools()).setExecutionExceptionHandler(new OneLine());
    }

    /** Says what is wrong in one line; only bugs show where they came from. */
    private static final class OneLine implements IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed)
                throws Exception {
            PrintWriter err = command.getErr();
            return switch (exception) {
                case Unavailable e -> told(err, e, ExitCodes.UNAVAILABLE);
                case Failed e -> told(err, e, ExitCodes.FAILED);
                case RequestRefused e -> told(err, e, ExitCodes.FAILED);
                default -> throw exception;
            };
        }

        private static int told(PrintWriter err, Exception exception, int exitCode) {
            err.println("tidings: " + exception.getMessage());
            err.flush();
            return exitCode;
        }
    }
}
