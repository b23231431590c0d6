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
import tidings.tools.terminal.Output;

/** {@code replay attach}: shows the replay that runs until it ends, as {@code replay} does. */
@Command(name = "attach", description = "Shows the replay that runs until it has ended.")
final class ReplayAttachCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        InternalApi query = instance.load().query(Patience.LONG);
        ReplayStatus current = query.get("/internal/replays/current", ReplayStatus.class);
        return new Watch(query, output, command).until(current.id());
    }
}
