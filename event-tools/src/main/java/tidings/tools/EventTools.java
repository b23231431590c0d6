package tidings.tools;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tidings.tools.asof.AsOfCommand;
import tidings.tools.http.RequestRefusedException;
import tidings.tools.http.UnavailableException;
import tidings.tools.imports.ImportCommand;
import tidings.tools.log.ExportCommand;
import tidings.tools.log.InspectCommand;
import tidings.tools.parked.DeadLettersCommand;
import tidings.tools.replay.ReplayCommand;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.ToolFailedException;
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
            DeadLettersCommand.class,
            VerifyCommand.class,
            AsOfCommand.class,
            InspectCommand.class,
            ExportCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class EventTools {

    private static final String DEBUG = "TIDINGS_DEBUG";

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

    /** Says what is wrong in one line; where a bug came from is told to those who ask for it. */
    private static final class OneLine implements IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
            PrintWriter err = command.getErr();
            err.println("tidings: " + message(exception));
            if (System.getenv(DEBUG) != null) {
                exception.printStackTrace(err);
            }
            err.flush();
            return exception instanceof UnavailableException ? ExitCodes.UNAVAILABLE : ExitCodes.FAILED;
        }

        private static String message(Exception exception) {
            return switch (exception) {
                case UnavailableException e -> String.valueOf(e.getMessage());
                case ToolFailedException e -> String.valueOf(e.getMessage());
                case RequestRefusedException e -> String.valueOf(e.getMessage());
                case AccessDeniedException e -> "no permission for " + e.getFile();
                case NoSuchFileException e -> "there is no " + e.getFile();
                case FileSystemException e -> String.valueOf(e.getMessage());
                case IOException e -> String.valueOf(e.getMessage());
                default -> "unexpected: " + exception + " (" + DEBUG + "=1 shows where)";
            };
        }
    }
}
