package tidings.launcher.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tidings.launcher.process.FreePorts;
import tidings.launcher.process.LaunchFailedException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The loopback port of every process of an instance: the same at every start, unless somebody else took it. */
final class RememberedPorts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final TreeSet<Integer> given = new TreeSet<>();

    RememberedPorts(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            ports.putAll(JSON.readValue(file, new TypeReference<Map<String, Integer>>() {}));
            given.addAll(ports.values());
        }
    }

    int of(String name) {
        Integer known = ports.get(name);
        if (known != null && FreePorts.isFree(known)) {
            return known;
        }
        int port = FreePorts.next(given);
        ports.put(name, port);
        return port;
    }

    void save() {
        try {
            Files.writeString(file, JSON.writeValueAsString(ports));
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
