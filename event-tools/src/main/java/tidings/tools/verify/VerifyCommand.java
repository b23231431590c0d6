package tidings.tools.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import tidings.tools.kafka.EventsTopic;
import tidings.tools.log.ChannelNames;
import tidings.tools.log.EventFeed;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.Progress;
import tidings.tools.terminal.ToolFailedException;

/** {@code verify}: exit code 1 when anything in the log is wrong. */
@Command(
        name = "verify",
        description = {
            "Reads the whole event log and checks it: sequence numbers without gaps, every event readable,",
            "message ids unique, nothing about a message that is not there. Then it compares the log with what the",
            "views have seen: texts, authors, times, the ends of streams; and with what Kafka has been sent: the",
            "order and the ends of streams. A line for each finding."
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

    @Option(
            names = "--kafka",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "compare with Kafka (default); --no-kafka leaves it alone")
    private boolean withKafka = true;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = "${env:TIDINGS_EVENTS_TOPIC:-tidings.events}",
            description = "the topic of the events (default: ${DEFAULT-VALUE})")
    private String topicName = "tidings.events";

    @Option(
            names = "--channel",
            paramLabel = "NAME|ID",
            description = "only this channel, by its id or its present name")
    private @Nullable String channel;

    /**
     * What was found.
     *
     * @param compared how many events the views have seen too
     * @param sent how many records of Kafka were read
     * @param wrong how many things are wrong; the first of them are told
     */
    record Result(
            long events, long streams, long messages, long compared, long sent, long wrong, List<String> findings) {

        private String text() {
            StringBuilder text = new StringBuilder();
            findings.forEach(finding -> text.append(finding).append('\n'));
            return text.append(String.format(
                            "%,d events in %,d streams, %,d messages, %,d compared with the views%s: %s",
                            events,
                            streams,
                            messages,
                            compared,
                            sent == 0 ? "" : String.format(", %,d records of Kafka", sent),
                            wrong == 0 ? "all well" : wrong + " WRONG"))
                    .toString();
        }
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Instance found = instance.load();
        EventFeed feed = new EventFeed(found.command(Patience.LONG));
        UUID only = channel == null ? null : new ChannelNames(feed).find(channel);
        Findings findings = new Findings();
        LogCheck check = new LogCheck(findings);
        ViewsCheck views = new ViewsCheck(new ViewsApi(found.query(Patience.LONG)), feed, findings, only);
        TopicCheck topic = new TopicCheck(findings, only);
        try (Progress progress = output.progress(command.commandLine().getErr(), "verify", 0);
                EventsTopic kafka =
                        withKafka && !found.kafka().isEmpty() ? new EventsTopic(found.kafka(), topicName) : null) {
            // the log is read after what must be in it, so that what happens meanwhile is no finding
            if (kafka != null) {
                kafka.read(topic::read);
            }
            feed.read(
                    only == null ? null : only.toString(),
                    (index, head) -> progress.at(index, head, index + " of " + head),
                    line -> check.check(line.json()));
            if (withViews) {
                views.check(check.heads(), progress);
            }
            if (kafka != null) {
                compare(topic, kafka, check.heads(), feed);
            }
        }
        if (only != null && check.events() == 0 && findings.count() == 0) {
            throw new ToolFailedException("no channel has the id " + only);
        }
        Result result = result(check, views, topic, findings);
        output.print(command, result, Result::text);
        return result.wrong() == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static Result result(LogCheck log, ViewsCheck views, TopicCheck topic, Findings findings) {
        return new Result(
                log.events(),
                log.streams(),
                log.messages(),
                views.compared(),
                topic.records(),
                findings.count(),
                findings.told());
    }

    private static void compare(TopicCheck topic, EventsTopic kafka, Map<UUID, Long> log, EventFeed feed) {
        topic.beyond(log, feed::head);
        Map<UUID, Long> behind = Patiently.awaitLevel(() -> {
            kafka.read(topic::read);
            return topic.behind(log);
        });
        topic.missing(behind, log);
    }
}
