package tidings.tools.verify;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tidings.tools.http.Patience;
import tidings.tools.instance.Instance;
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
            "message ids unique, nothing about a message that is not there. Then it compares the log with what the",
            "views have seen: texts, authors, times, the ends of streams. A line for each finding."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--views",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "compare with the views (default); --no-views reads the log alone")
    private boolean withViews = true;

    /**
     * What was found.
     *
     * @param compared how many events the views have seen too
     * @param wrong how many things are wrong; the first of them are told
     */
    record Result(long events, long streams, long messages, long compared, long wrong, List<String> findings) {

        private String text() {
            StringBuilder text = new StringBuilder();
            findings.forEach(finding -> text.append(finding).append('\n'));
            return text.append(String.format(
                            "%,d events in %,d streams, %,d messages, %,d compared with the views: %s",
                            events, streams, messages, compared, wrong == 0 ? "all well" : wrong + " WRONG"))
                    .toString();
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Instance found = instance.load();
        EventFeed feed = new EventFeed(found.command(Patience.LONG));
        Findings findings = new Findings();
        LogCheck check = new LogCheck(findings);
        ViewsCheck views = new ViewsCheck(new ViewsApi(found.query(Patience.LONG)), feed, findings);
        try (Progress progress = output.progress(command.commandLine().getErr(), "verify", 0)) {
            feed.read(
                    null,
                    (index, head) -> progress.at(index, head, index + " of " + head),
                    line -> check.check(line.json()));
            if (withViews) {
                views.check(check.heads(), progress);
            }
        }
        Result result = new Result(
                check.events(), check.streams(), check.messages(), views.compared(), findings.count(), findings.told());
        output.print(command, result, Result::text);
        return result.wrong() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
