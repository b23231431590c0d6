package tidings.tools.replay;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.Progress;

/** {@code replay}: rebuilds the projections from the event store, while chat goes on. */
@Command(
        name = "replay",
        description = "Rebuilds the projections from the events; prints a digest of each table before and after.")
public final class ReplayCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 300;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    private record Started(String id) {}

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        InternalApi query = instance.load().query(Patience.LONG);
        String id = query.post("/internal/replays", null, Started.class).id();
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
