package tidings.tools.verify;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.log.EventFeed;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.Progress;

/** {@code verify}: exit code 1 when anything in the log is wrong. */
@Command(
        name = "verify",
        description = {
            "Reads the whole event log and checks it: sequence numbers without gaps, every event readable,",
            "message ids unique, nothing about a message that is not there. It does not look at the projections."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        EventFeed feed = new EventFeed(instance.load().command(Patience.LONG));
        LogCheck check = new LogCheck();
        try (Progress progress = output.progress(command.commandLine().getErr(), "verify", 0)) {
            feed.read(
                    null,
                    (index, head) -> progress.at(index, head, index + " of " + head),
                    line -> check.check(line.json()));
        }
        LogCheck.Result result = check.result();
        output.print(command, result, LogCheck.Result::text);
        return result.wrong() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
