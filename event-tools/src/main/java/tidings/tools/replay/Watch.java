package tidings.tools.replay;

import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import tidings.tools.http.InternalApi;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.Progress;

/** Shows how far a replay is, until it has ended. */
final class Watch {

    private static final long POLL_MILLIS = 300;

    private final InternalApi query;
    private final Output output;
    private final CommandSpec command;

    Watch(InternalApi query, Output output, CommandSpec command) {
        this.query = query;
        this.output = output;
        this.command = command;
    }

    /** Answers the exit code: whether it is done. */
    int until(String id) throws InterruptedException {
        ReplayStatus status = query.get("/internal/replays/" + id, ReplayStatus.class);
        try (Progress progress = output.progress(command.commandLine().getErr(), "replay", status.total())) {
            while (status.isRunning()) {
                progress.at(status.events(), status.total(), String.format("%,d events", status.events()));
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                status = query.get("/internal/replays/" + id, ReplayStatus.class);
            }
            progress.at(status.events(), status.total(), String.format("%,d events", status.events()));
        }
        output.print(command, status, ReplayStatus::text);
        return status.isDone() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
