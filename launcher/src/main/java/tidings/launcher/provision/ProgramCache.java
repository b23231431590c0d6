package tidings.launcher.provision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tidings.launcher.process.LaunchFailedException;

/**
 * Programs fetched once per user, each in a folder of its own. A folder appears whole or not at all; a lock file keeps two
 * processes from fetching the same program at once.
 */
public final class ProgramCache {
    /** Puts the program into an empty folder. */
    @FunctionalInterface
    interface Installer {
        void installInto(Path directory) throws IOException;
    }

    private static final Object IN_THIS_JVM = new Object();

    private final Path root;

    ProgramCache(Path root) {
        this.root = root;
    }

    /** {@code $TIDINGS_CACHE}, else {@code $XDG_CACHE_HOME/tidings}, else {@code ~/.cache/tidings}. */
    public static ProgramCache ofUser() {
        String own = System.getenv("TIDINGS_CACHE");
        if (own != null && !own.isBlank()) {
            return new ProgramCache(Path.of(own));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new ProgramCache(caches.resolve("tidings"));
    }

    /** The folder of program {@code name}, installed first when it is not there. */
    Path provide(String name, Installer installer) {
        Path target = root.resolve(name);
        if (Files.isDirectory(target)) {
            return target;
        }
        synchronized (IN_THIS_JVM) {
            try {
                return install(name, target, installer);
            } catch (IOException e) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        name + " cannot be put into " + root + ": " + e.getMessage(),
                        e);
            }
        }
    }

    private Path install(String name, Path target, Installer installer) throws IOException {
        Files.createDirectories(root);
        try (FileChannel channel = FileChannel.open(
                        root.resolve("." + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.isDirectory(target) || !lock.isValid()) {
                return target;
            }
            Path fresh = Files.createTempDirectory(root, "." + name + "-");
            try {
                installer.installInto(fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileTree.delete(fresh);
            }
            return target;
        }
    }
}
