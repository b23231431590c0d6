package tidings.launcher.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.server.OwnerOnly;

/** The one folder of an instance: where what lies. */
public record DataFolder(Path root) {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED = 600 * MEGABYTE;

    Path of(String server) {
        return root.resolve(server);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /** What other programs read to find the instance; there only while it is up. */
    public Path description() {
        return root.resolve("instance.json");
    }

    /** Whether a launcher holds the folder now. */
    public boolean isHeld() {
        if (!Files.exists(root.resolve("lock"))) {
            return false;
        }
        Optional<FileChannel> lock = tryHold();
        lock.ifPresent(DataFolder::release);
        return lock.isEmpty();
    }

    /** Process id of the launcher that holds the folder, or last held it. */
    public Optional<Long> holder() {
        try {
            return Optional.of(Files.readString(root.resolve("launcher.pid")).strip())
                    .map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the folder of an instance, so that nothing else is ever deleted. */
    public boolean isInstance() {
        return Files.exists(root.resolve("lock")) && Files.isDirectory(secrets());
    }

    /** Makes the folder and holds it; empty when another launcher does. The hold ends with the process. */
    Optional<FileChannel> hold() {
        try {
            OwnerOnly.directory(root);
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < NEEDED) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        "the disk is full: %d MB are free in %s, %d MB are needed"
                                .formatted(free / MEGABYTE, root, NEEDED / MEGABYTE));
            }
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, root + " cannot be used: " + e.getMessage(), e);
        }
        Optional<FileChannel> hold = tryHold();
        if (hold.isPresent()) {
            writeHolder();
        }
        return hold;
    }

    private void writeHolder() {
        try {
            Files.writeString(
                    root.resolve("launcher.pid"), ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Optional<FileChannel> tryHold() {
        try {
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, root + " cannot be used: " + e.getMessage(), e);
        }
    }

    static void release(FileChannel hold) {
        try {
            hold.close();
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "the lock cannot be released: " + e.getMessage(), e);
        }
    }
}
