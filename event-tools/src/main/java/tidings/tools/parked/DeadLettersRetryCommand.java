package tidings.tools.parked;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

/** {@code dead-letters retry}: tries every parked event again, in its stream's order. */
@Command(name = "retry", description = "Tries the parked events again; exit code 1 when some stay parked.")
final class DeadLettersRetryCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    private record Outcome(List<Stream> streams) {

        record Stream(String streamId, int applied, int parked) {}

        String text() {
            return streams.isEmpty()
                    ? "No event is parked."
                    : streams.stream()
                            .map(stream -> String.format(
                                    "%s  %,d applied, %,d still parked",
                                    stream.streamId(), stream.applied(), stream.parked()))
                            .collect(Collectors.joining(System.lineSeparator()));
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        InternalApi query = instance.load().query(Patience.LONG);
        Outcome outcome = query.post("/internal/dead-letters/retry", null, Outcome.class);
        output.print(command, outcome, Outcome::text);
        return outcome.streams().stream().allMatch(stream -> stream.parked() == 0) ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
