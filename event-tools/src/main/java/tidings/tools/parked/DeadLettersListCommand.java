package tidings.tools.parked;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.terminal.Output;

/** {@code dead-letters list}: the same as {@code dead-letters}. */
@Command(name = "list", description = "Lists the streams with events that could not be projected.")
final class DeadLettersListCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return DeadLettersCommand.list(Objects.requireNonNull(spec), instance, output);
    }
}
