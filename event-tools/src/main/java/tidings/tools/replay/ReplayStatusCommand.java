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

/** {@code replay status}: how far the replay is that runs, or how the last one ended. */
@Command(name = "status", description = "Tells how far the replay is, or how the last one ended.")
final class ReplayStatusCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        InternalApi query = instance.load().query(Patience.LONG);
        output.print(command, query.get("/internal/replays/current", ReplayStatus.class), ReplayStatus::text);
        return ExitCodes.DONE;
    }
}
