package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.LogExcerpt;

/** Runs a command to its end, with its output in a file, and says in one line what went wrong. */
public record ShortCommand(List<String> command, Path directory, Map<String, String> environment, Duration timeout) {
    static final Duration LONG = Duration.ofMinutes(10);

    public ShortCommand(List<String> command, Path directory) {
        this(command, directory, Map.of(), LONG);
    }

    /** @throws LaunchFailedException saying that {@code purpose} did not work, and why */
    public void run(String purpose) {
        String failure = tryRun();
        if (!failure.isEmpty()) {
            throw new LaunchFailedException(LaunchFailedException.Kind.UNAVAILABLE, purpose + " failed: " + failure);
        }
    }

    /** Empty when it worked, else the reason. */
    String tryRun() {
        try {
            Path output = Files.createTempFile("tidings-", ".log");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                return outcome(builder.start(), output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String outcome(Process process, Path output) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return command.getFirst() + " took longer than " + timeout.toSeconds() + " s";
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        return process.exitValue() == 0 ? "" : LogExcerpt.reason(output, 0);
    }
}
