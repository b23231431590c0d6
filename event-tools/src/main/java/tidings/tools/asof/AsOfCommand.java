package tidings.tools.asof;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidings.events.channel.ChannelEvent;
import tidings.events.log.EventReader;
import tidings.events.log.FeedEvent;
import tidings.events.log.FeedLine;
import tidings.events.log.LogEvent;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.log.EventFeed;
import tidings.tools.log.JacksonEventJson;
import tidings.tools.log.StreamIds;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.ToolFailedException;

/** {@code as-of CHANNEL --at TIME | --seq N}: reads the log, not the projections. */
@Command(name = "as-of", description = "Shows a channel as it stood at a moment.")
public final class AsOfCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "CHANNEL", description = "the id of a channel")
    private String channel = "";

    @ArgGroup(multiplicity = "1")
    private Moment moment = new Moment();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "only the last so many messages (default: ${DEFAULT-VALUE})")
    private int last = 50;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        String stream = StreamIds.checked(channel, command);
        Instant until = moment.until(command);
        ChannelPast past = new ChannelPast();
        EventReader reader = new EventReader(new JacksonEventJson());
        new EventFeed(instance.load().command(Patience.SHORT)).read(stream, (index, head) -> {}, line -> {
            FeedEvent event = FeedEvent.of(line.json());
            Instant at = Instant.parse(event.at());
            if (moment.includes(event.seq(), at, until)
                    && decoded(reader, line, event) instanceof ChannelEvent decoded) {
                past.apply(event.seq(), at, event.actorId(), decoded);
            }
        });
        if (!past.isOpen()) {
            throw new ToolFailedException("there was no channel " + stream + " at that moment");
        }
        output.print(command, past.snapshot(stream, Math.max(0, last)), AsOfCommand::text);
        return ExitCodes.DONE;
    }

    private static Object decoded(EventReader reader, FeedLine line, FeedEvent event) {
        if (reader.read(line) instanceof LogEvent read) {
            return read.recorded().event();
        }
        throw new ToolFailedException("the event of index " + event.index() + ", seq " + event.seq()
                + ", cannot be read: ./tidings verify tells more");
    }

    private static String text(Snapshot snapshot) {
        StringBuilder text = new StringBuilder(String.format(
                "%s (%s%s) after event %d of %s: %,d members, %,d messages",
                snapshot.name() == null ? snapshot.channelId() : "#" + snapshot.name(),
                snapshot.visibility(),
                snapshot.archived() ? ", archived" : "",
                snapshot.seq(),
                snapshot.at(),
                snapshot.members().size(),
                snapshot.messageCount()));
        if (snapshot.topic() != null) {
            text.append("\ntopic: ").append(snapshot.topic());
        }
        snapshot.messages()
                .forEach(message -> text.append(String.format(
                        "%n%6d  %s  %s%s: %s",
                        message.seq(),
                        message.at(),
                        message.authorId() == null ? "nobody" : message.authorId(),
                        message.editedAt() == null ? "" : " (edited)",
                        message.body())));
        return text.toString();
    }
}
