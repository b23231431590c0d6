package tidings.system.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.client.TidingsClient;
import tidings.system.stage.Program;
import tidings.system.stage.Stage;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the clients say hello to a real system, each in the 40 lines that a reader has patience for. */
class ClientExamplesIT {

    private static final int MOST_LINES = 40;

    private final Stage stage = Stage.shared();

    @Test
    void theTypeScriptClientsExampleTalks() throws IOException {
        talks(folder("web-client", "packages", "client"), "examples/chat.mjs", "node");
    }

    @Test
    void theJavaClientsExampleTalks() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        talks(folder("java-client"), "examples/Chat.java", java, "-cp", classPath());
    }

    private void talks(Path folder, String example, String... launcher) throws IOException {
        assertThat(Files.readAllLines(folder.resolve(example))).hasSizeLessThanOrEqualTo(MOST_LINES);
        List<String> command = Stream.concat(
                        Stream.of(launcher), Stream.of(example, stage.site().toString()))
                .toList();
        Program ended = Program.run(folder, Map.of(), command);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("received Hello, attic").containsPattern("history .*ada-.*");
    }

    private static Path folder(String first, String... more) {
        return Path.of("..").resolve(Path.of(first, more)).toAbsolutePath().normalize();
    }

    /** What a program needs that uses the client. */
    private static String classPath() {
        return Stream.of(TidingsClient.class, JsonMapper.class, JsonParser.class, JsonInclude.class, Nullable.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().toString())
                .map(location -> Path.of(URI.create(location)).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
