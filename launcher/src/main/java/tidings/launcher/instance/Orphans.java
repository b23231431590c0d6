package tidings.launcher.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tidings.launcher.process.LaunchFailedException;

/**
 * Processes of an earlier launcher of a folder that outlived it and the watchers of its leash, as the workers of nginx do
 * when all others are killed by {@code kill -9}. They are known by two signs together: their session is that of a process
 * in the {@code instance.json} that was left behind, and they work inside the folder.
 */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Fields of {@code /proc/PID/stat} behind the name: state, parent, group, session (proc(5)). */
    private static final int SESSION = 3;

    private Orphans() {}

    /**
     * Ends them, first by asking, and returns when they are gone; whoever calls it holds the folder.
     *
     * @return whether there were any
     */
    public static boolean end(DataFolder folder, Journal journal) {
        List<ProcessHandle> found = find(folder);
        if (found.isEmpty()) {
            return false;
        }
        journal.note("ending what is left of an earlier run: processes "
                + found.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(", ")));
        found.forEach(ProcessHandle::destroy);
        if (!gone(found)) {
            found.forEach(ProcessHandle::destroyForcibly);
            if (!gone(found)) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        "processes of an earlier run cannot be ended: "
                                + found.stream().filter(ProcessHandle::isAlive).toList());
            }
        }
        return true;
    }

    private static List<ProcessHandle> find(DataFolder folder) {
        Set<Long> sessions = InstanceDescription.read(folder).stream()
                .flatMap(description -> description.processes().stream())
                .map(InstanceDescription.Entry::pid)
                .filter(pid -> pid > 0)
                .collect(Collectors.toSet());
        if (sessions.isEmpty()) {
            return List.of();
        }
        return ProcessHandle.allProcesses()
                .filter(process -> session(process).filter(sessions::contains).isPresent())
                .filter(process -> worksIn(process, folder.root()))
                .toList();
    }

    private static Optional<Long> session(ProcessHandle process) {
        try {
            String stat = Files.readString(proc(process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Long.valueOf(fields[SESSION]));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path root) {
        try {
            return Files.readSymbolicLink(proc(process, "cwd")).startsWith(root.toRealPath());
        } catch (IOException goneOrSomebodyElses) {
            return false;
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    private static boolean gone(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
