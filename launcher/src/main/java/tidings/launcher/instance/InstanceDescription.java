package tidings.launcher.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.server.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code instance.json} says: all addresses of an instance that is up. The tools and the load program read it.
 *
 * @param launcherPid the process that holds the instance
 * @param ready whether everything has started
 * @param commandGrpc {@code host:port} each
 */
public record InstanceDescription(
        String url,
        long launcherPid,
        boolean ready,
        List<String> commandHttp,
        List<String> commandGrpc,
        List<String> queryHttp,
        List<String> gatewayHttp,
        String kafka,
        String redis,
        Mysql mysql,
        String secretsDir,
        List<Entry> processes) {
    /** JDBC addresses; users and passwords lie in {@code secretsDir}. */
    public record Mysql(String eventsUrl, String viewsUrl) {}

    /** One process; {@code pid} is -1 while it is down. */
    public record Entry(String name, long pid, int port, int restarts, String log) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is written in the folder; empty when nothing is. */
    public static Optional<InstanceDescription> read(DataFolder folder) {
        try {
            return Optional.of(JSON.readValue(Files.readString(folder.description()), InstanceDescription.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(DataFolder folder) {
        Path file = folder.description();
        try {
            OwnerOnly.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
