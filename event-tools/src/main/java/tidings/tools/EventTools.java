package tidings.tools;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tidings.tools.http.RequestRefused;
import tidings.tools.http.Unavailable;
import tidings.tools.imports.ImportCommand;
import tidings.tools.log.ExportCommand;
import tidings.tools.log.InspectCommand;
import tidings.tools.past.AsOfCommand;
import tidings.tools.replay.ReplayCommand;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Failed;
import tidings.tools.verify.VerifyCommand;

/** The entry class: {@code ./tidings import | replay | …}. */
@Command(
        name = "tidings",
        description = "The event tools of Tidings.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            ImportCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            AsOfCommand.class,
            InspectCommand.class,
            ExportCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class EventTools {

    private EventTools() {}

    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = commandLine().setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** What is printed is data too, so its encoding is not the locale's to choose. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8)));
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
