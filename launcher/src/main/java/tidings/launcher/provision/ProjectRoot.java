package tidings.launcher.provision;

import java.nio.file.Files;
import java.nio.file.Path;
import tidings.launcher.process.LaunchFailedException;

/** Where the project lies: the folder with the Maven wrapper. */
public final class ProjectRoot {
    private ProjectRoot() {}

    /** {@code $TIDINGS_HOME} (set by {@code ./tidings}), else the nearest folder above the working directory. */
    public static Path find() {
        String home = System.getenv("TIDINGS_HOME");
        if (home != null && !home.isBlank()) {
            return Path.of(home);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new LaunchFailedException(
                LaunchFailedException.Kind.FAILED, "run this inside the project: no mvnw found upwards");
    }
}
