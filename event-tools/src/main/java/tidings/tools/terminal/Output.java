package tidings.tools.terminal;

import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The {@code --json} option, and where results go: one JSON document, or text for people. */
public final class Output {

    @Option(names = "--json", description = "print one JSON document, and no progress")
    private boolean json;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Prints a result on standard output. */
    public <T> void print(CommandSpec command, T result, Function<T, String> asText) {
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? mapper.writeValueAsString(result) : asText.apply(result));
        out.flush();
    }

    /** The progress of a task of so many steps. */
    public Progress progress(PrintWriter err, String task, long total) {
        return json ? Progress.muted() : Progress.on(err, task, total);
    }
}
