package tidings.load.instance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running local instance, as its launcher describes it in {@code instance.json}.
 *
 * @param url where people reach it, such as {@code http://127.0.0.1:8080}
 * @param command the HTTP address of its first command node
 * @param secrets the folder of its secrets
 * @param processes all of its processes
 */
public record LocalInstance(URI url, URI command, Path secrets, List<Process> processes) {

    /** One process of the instance. */
    public record Process(String name, long pid) {}

    public LocalInstance {
        processes = List.copyOf(processes);
    }

    /**
     * Reads the description in a data folder.
     *
     * @throws InstanceMissingException when no instance is up there
     */
    public static LocalInstance in(Path data) {
        try {
            JsonNode json = JsonMapper.builder().build().readTree(Files.readString(data.resolve("instance.json")));
            return new LocalInstance(
                    address(json.path("url").asString("")),
                    address(json.path("commandHttp").path(0).asString("")),
                    Path.of(json.path("secretsDir")
                            .asString(data.resolve("secrets").toString())),
                    processes(json));
        } catch (NoSuchFileException e) {
            throw new InstanceMissingException("no instance is up in " + data + ": ./tidings up", e);
        } catch (IOException | JacksonException e) {
            throw new InstanceMissingException("cannot read the description of the instance in " + data, e);
        }
    }

    private static URI address(String text) {
        return URI.create(text.contains("://") ? text : "http://" + text);
    }

    private static List<Process> processes(JsonNode json) {
        List<Process> processes = new ArrayList<>();
        for (JsonNode process : json.path("processes").values()) {
            processes.add(new Process(
                    process.path("name").asString(""), process.path("pid").asLong(-1)));
        }
        processes.removeIf(process -> process.pid() < 0);
        return processes;
    }

    /** The address of the WebSocket. */
    public URI socket() {
        return URI.create(url.toString().replaceFirst("^http", "ws").replaceFirst("/$", "") + "/ws");
    }

    /** A secret by the name of its file. */
    public String secret(String name) {
        try {
            return Files.readString(secrets.resolve(name)).strip();
        } catch (IOException e) {
            throw new InstanceMissingException("cannot read the secret " + name + " of the instance", e);
        }
    }
}
