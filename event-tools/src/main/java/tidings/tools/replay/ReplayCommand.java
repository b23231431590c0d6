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
import tidings.tools.http.RequestRefusedException;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;

/** {@code replay}: rebuilds the projections from the event store, while chat goes on. */
@Command(
        name = "replay",
        description = {
            "Rebuilds the projections from the events; prints a digest of each table before and after.",
            "It runs in the instance: whoever interrupts this command can find it again by attach, status and cancel."
        },
        subcommands = {ReplayStatusCommand.class, ReplayAttachCommand.class, ReplayCancelCommand.class})
public final class ReplayCommand implements Callable<Integer> {

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
        try {
            Started started = query.post("/internal/replays", null, Started.class);
            return new Watch(query, output, command).until(started.id());
        } catch (RequestRefusedException e) {
            if (!e.code().equals("CONFLICT")) {
                throw e;
            }
            command.commandLine()
                    .getErr()
                    .println("tidings: a replay is running already: ./tidings replay attach, status or cancel");
            return ExitCodes.FAILED;
        }
    }
}
