package tidings.launcher.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one life of a program learned about its classes and methods, for the lives after it: they start sooner and warm
 * (docs/performance.md). It fits one build of the program, one JVM and one set of options; for any other it is recorded anew.
 *
 * @param directory the program's
 * @param options the JVM's own
 */
record AotCache(Path directory, List<String> options) {
    /** Both say a line for each class that they leave out. */
    private static final String QUIET = "-Xlog:aot*=error";
    /** What an operator sets of this kind does not go together with it. */
    private static final List<String> RIVALS = List.of("-XX:AOT", "-XX:SharedArchive", "-Xshare");

    /** There once it was made. */
    Path file() {
        return named(".aot");
    }

    /** Whether the options leave room for it. */
    boolean isPossible() {
        return options.stream().noneMatch(option -> RIVALS.stream().anyMatch(option::startsWith));
    }

    boolean isMade() {
        return Files.exists(file());
    }

    /** Whether a life was recorded of which no cache was made yet. While it lasts, or when it was cut off, the file is empty. */
    boolean isRecorded() {
        return recording().toFile().length() > 0;
    }

    List<String> using() {
        return List.of("-XX:AOTCache=" + file());
    }

    /** The recording is written when the process stops. */
    List<String> recordingTo() {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording(), QUIET);
    }

    /** For a process that makes the cache and runs nothing. */
    List<String> making() {
        return List.of(
                "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished(), QUIET);
    }

    /** Ends the making: the cache is there, or the next life is recorded. */
    void made(boolean well) {
        try {
            if (well) {
                Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
            }
            deleteOthers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was made for other options too: 100 MB each. */
    private void deleteOthers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path other : files.filter(each -> !each.equals(file())).toList()) {
                Files.delete(other);
            }
        }
    }

    private Path recording() {
        return named(".recording");
    }

    private Path unfinished() {
        return named(".unfinished");
    }

    private Path named(String suffix) {
        int fits = List.of(Runtime.version().toString(), options).hashCode();
        return directory.resolve(Integer.toHexString(fits) + suffix);
    }
}
