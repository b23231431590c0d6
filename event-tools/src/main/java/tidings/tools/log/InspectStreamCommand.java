package tidings.tools.log;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
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

/** {@code inspect stream ID}. */
@Command(name = "stream", description = "Shows the events of a channel or an account in their order.")
final class InspectStreamCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Parameters(paramLabel = "ID", description = "of a channel or an account")
    private String id = "";

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "only the last so many (default: ${DEFAULT-VALUE})")
    private int last = 50;

    @Option(names = "--json", description = "print the events as they are, one JSON object per line")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        String stream = StreamIds.checked(id, command);
        Deque<String> kept = new ArrayDeque<>();
        new EventFeed(instance.load().command(Patience.SHORT)).read(stream, (index, head) -> {}, line -> {
            if (kept.size() == Math.max(1, last)) {
                kept.removeFirst();
            }
            kept.addLast(line.json());
        });
        if (kept.isEmpty()) {
            throw new ToolFailedException("no stream has the id " + stream);
        }
        PrintWriter out = command.commandLine().getOut();
        EventLines lines = new EventLines();
        kept.forEach(event -> out.println(json ? event : lines.readable(event)));
        out.flush();
        return ExitCodes.DONE;
    }
}
