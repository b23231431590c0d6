package tidings.load.seed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tidings.load.instance.DataOption;
import tools.jackson.databind.json.JsonMapper;

/** {@code load seed}. */
@Command(
        name = "seed",
        description = {
            "Makes accounts u0, u1... and channels of R members (user i is in channel i div R) in a local instance,",
            "and writes tokens.txt (line i: an access token of user i, valid 2 h) and rooms.txt (line i: a channel id)."
        })
public final class SeedCommand implements Callable<Integer> {

    private static final int MAX_USERS = 100_000;
    private static final int MAX_CHANNELS_EACH = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--users", paramLabel = "N", required = true)
    private int users;

    @Option(names = "--room-size", paramLabel = "R", required = true)
    private int roomSize;

    @Option(
            names = "--channels-each",
            paramLabel = "K",
            defaultValue = "1",
            description = "how many channels everybody is in (default: 1); messages go to the first")
    private int channelsEach = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "where the files are written")
    private Path out = Path.of("");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (users < 1 || users > MAX_USERS || roomSize < 1 || channelsEach < 1 || channelsEach > MAX_CHANNELS_EACH) {
            throw new ParameterException(
                    command.commandLine(), "--users is 1 to 100000, --room-size at least 1, --channels-each 1 to 100");
        }
        Crowd crowd = new Crowd(users, roomSize, channelsEach);
        long start = System.nanoTime();
        Seed seed = SeedFiles.make(data.load(), crowd, out, Clock.systemUTC());
        double seconds = (System.nanoTime() - start) / 1e9;
        long rooms = seed.rooms().stream().distinct().count();
        String text = json
                ? JsonMapper.builder()
                        .build()
                        .writeValueAsString(
                                Map.of("users", users, "rooms", rooms, "seconds", seconds, "out", out.toString()))
                : String.format("%,d users in %,d rooms in %.1f s: %s", users, rooms, seconds, out);
        command.commandLine().getOut().println(text);
        return 0;
    }
}
