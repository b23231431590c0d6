package tidings.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name how people and logs call the process, e.g. {@code gateway-1}
 * @param environment what the process gets beside the few variables that every program needs (PATH, HOME, …)
 * @param log where standard output and error go, appended
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
