package tidings.tools.slack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real exports that lie beside a checkout in {@code shared/data}, or where {@code TIDINGS_DATA_SETS} says; they are not
 * part of the project.
 */
public final class RealData {

    private static final Path FOLDER = Path.of(System.getenv().getOrDefault("TIDINGS_DATA_SETS", "../../shared/data"));

    private RealData() {}

    /** The folder of a data set; skips the test where it is not. */
    public static Path present(String name) {
        Path folder = FOLDER.resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: the data set " + name + " is not at "
                        + folder.toAbsolutePath().normalize());
        return folder;
    }
}
