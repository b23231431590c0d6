package tidings.tools.replay;

import java.util.Objects;
import java.util.concurrent.Callable;
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

/** {@code replay cancel}: ends the replay that runs; what is shown stays as it is. */
@Command(name = "cancel", description = "Ends the replay that runs; the views stay as they are.")
final class ReplayCancelCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    private record Cancelled(String id) {}

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        InternalApi query = instance.load().query(Patience.LONG);
        Cancelled cancelled = query.post("/internal/replays/current/cancel", null, Cancelled.class);
        output.print(command, cancelled, replay -> "Replay " + replay.id() + " stops at its next step.");
        return ExitCodes.DONE;
    }
}
