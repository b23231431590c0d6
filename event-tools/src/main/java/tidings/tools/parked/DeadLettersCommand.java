package tidings.tools.parked;

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

/** {@code dead-letters}: what could not be projected. */
@Command(
        name = "dead-letters",
        aliases = "parked",
        description = "Lists the streams with events that could not be projected; exit code 1 when there are any.",
        subcommands = {DeadLettersListCommand.class, DeadLettersRetryCommand.class})
public final class DeadLettersCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        return list(Objects.requireNonNull(spec), instance, output);
    }

    static int list(CommandSpec command, InstanceOptions instance, Output output) {
        InternalApi query = instance.load().query(Patience.LONG);
        DeadLetters letters = query.get("/internal/dead-letters", DeadLetters.class);
        output.print(command, letters, DeadLetters::text);
        return letters.streams().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
