package tidings.tools.asof;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** One of both. */
final class Moment {

    @Option(names = "--at", paramLabel = "TIME", description = "RFC 3339, such as 2026-11-24T03:04:05Z")
    private @Nullable String at;

    @Option(names = "--seq", paramLabel = "N", description = "right after this event")
    private @Nullable Long seq;

    @Nullable Instant until(CommandSpec command) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            throw new ParameterException(command.commandLine(), "not a time: " + at, e);
        }
    }

    boolean includes(long eventSeq, Instant eventAt, @Nullable Instant until) {
        return (seq == null || eventSeq <= seq) && (until == null || !eventAt.isAfter(until));
    }
}
