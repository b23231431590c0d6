package tidings.system.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tidings.launcher.fixture.ProgressWait;

/** A program that ran to its end, with everything it said. */
public record Program(int exitCode, String output) {

    /** Runs a command; it is ended, and the test fails, when neither it nor a child of it gets on. */
    public static Program run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path said = Files.createTempFile(Path.of("target").toAbsolutePath(), "program-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            try {
                ProgressWait.observing(() -> List.of(said.toFile().length(), processorTime(process)))
                        .until(command + " has ended", () -> !process.isAlive());
            } catch (AssertionError stuck) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(stuck.getMessage() + ":\n" + Files.readString(said), stuck);
            }
            return new Program(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Duration> processorTime(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .toList();
    }

    /** A short command of the machine; fails the test when it fails. */
    public static void run(String... command) {
        Program ended = run(Path.of("target"), Map.of(), List.of(command));
        if (ended.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + ended);
        }
    }

    /** The event tools, as {@code ./tidings} calls them, on the instance in a data folder. */
    public static Program eventTools(Path data, String... arguments) {
        Path jar = Path.of("..", "event-tools", "target").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", execJar(jar)));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return run(data, Map.of(), command);
    }

    private static String execJar(Path target) {
        try (var files = Files.list(target)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no program in " + target + ": ./mvnw package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
