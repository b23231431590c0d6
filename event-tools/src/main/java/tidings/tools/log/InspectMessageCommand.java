package tidings.tools.log;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.ToolFailedException;

/** {@code inspect message ID}: reads the whole log unless it is told the channel. */
@Command(name = "message", description = "Shows everything that ever happened to a message.")
final class InspectMessageCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "ID", description = "of a message")
    private String id = "";

    @Option(names = "--channel", paramLabel = "ID", description = "its channel, which makes it faster")
    private @Nullable String channel;

    @Option(names = "--json", description = "print the events as they are, one JSON object per line")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        String wanted = "\"messageId\":\"" + StreamIds.checked(id, command) + "\"";
        String stream = channel == null ? null : StreamIds.checked(channel, command);
        List<String> story = new ArrayList<>();
        new EventFeed(instance.load().command(Patience.SHORT)).read(stream, (index, head) -> {}, line -> {
            if (line.json().contains(wanted)) {
                story.add(line.json());
            }
        });
        if (story.isEmpty()) {
            throw new ToolFailedException("no event is about a message " + id);
        }
        PrintWriter out = command.commandLine().getOut();
        EventLines lines = new EventLines();
        story.forEach(event -> out.println(json ? event : lines.readable(event)));
        out.flush();
        return ExitCodes.DONE;
    }
}
