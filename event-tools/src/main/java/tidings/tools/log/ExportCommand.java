package tidings.tools.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tidings.tools.http.Patience;
import tidings.tools.instance.InstanceOptions;
import tidings.tools.terminal.ExitCodes;
import tidings.tools.terminal.Output;
import tidings.tools.terminal.Progress;
import tidings.tools.terminal.ToolFailedException;

/** {@code export}: the log, or one stream of it, as NDJSON. */
@Command(name = "export", description = "Writes the event log, or one channel of it, as one JSON object per line.")
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--channel", paramLabel = "ID", description = "only the events of this channel")
    private @Nullable String channel;

    @Option(names = "--out", paramLabel = "FILE", description = "where to, instead of standard output")
    private @Nullable Path file;

    private record Written(long events, String file) {}

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        EventFeed feed = new EventFeed(instance.load().command(Patience.LONG));
        String stream = channel == null ? null : StreamIds.checked(channel, command);
        if (file == null) {
            PrintWriter out = command.commandLine().getOut();
            feed.read(stream, (index, head) -> requireReader(out), line -> out.println(line.json()));
            requireReader(out);
            return ExitCodes.DONE;
        }
        AtomicLong events = new AtomicLong();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file));
                Progress progress = output.progress(command.commandLine().getErr(), "export", 0)) {
            feed.read(stream, (index, head) -> progress.at(index, head, events + " events"), line -> {
                out.println(line.json());
                events.incrementAndGet();
            });
            if (out.checkError()) {
                throw new ToolFailedException("cannot write all of " + file + ": is the disk full?");
            }
        }
        output.print(
                command,
                new Written(events.get(), file.toString()),
                written -> String.format("%,d events in %s", written.events(), written.file()));
        return ExitCodes.DONE;
    }

    /** Nothing is read for nobody: whoever took the output may have ended, as head does. */
    private static void requireReader(PrintWriter out) {
        if (out.checkError()) {
            throw new ToolFailedException("nobody reads the output any more");
        }
    }
}
