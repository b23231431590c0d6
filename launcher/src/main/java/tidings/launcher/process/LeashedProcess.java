package tidings.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running child that ends with this JVM, however this JVM ends. */
public final class LeashedProcess {
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private static final Duration STOP_POLL = Duration.ofMillis(200);
    private static final int LONGEST_STOP_GRACES = 5;
    private static final int LAST_LINES = 4;

    private final ProcessSpec spec;
    private final Process process;
    private final long logStart;

    private LeashedProcess(ProcessSpec spec, Process process, long logStart) {
        this.spec = spec;
        this.process = process;
        this.logStart = logStart;
        // The group's watcher ends with the pipe, so a dead leader leaves no workers behind.
        process.onExit().thenRun(this::closeLeash);
    }

    /** Starts the process; its standard output and error are appended to its log. */
    public static LeashedProcess start(ProcessSpec spec) {
        try {
            Files.createDirectories(spec.directory());
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            long logStart = Files.exists(spec.log()) ? Files.size(spec.log()) : 0;
            ProcessBuilder builder = new ProcessBuilder(Leash.around(spec.command()))
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(INHERITED);
            environment.putAll(spec.environment());
            return new LeashedProcess(spec, builder.start(), logStart);
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    public String name() {
        return spec.name();
    }

    public ProcessSpec spec() {
        return spec;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Integer> exitCode() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Asks it to stop, and returns when it is gone. It is killed when it has stood still for {@code grace}, and after
     * {@value #LONGEST_STOP_GRACES} times as long in any case.
     */
    public void stop(Duration grace) {
        // Process.destroy would close the child's standard input too, and the leash kills it 10 s after that
        process.toHandle().destroy();
        Activity activity = activity();
        long start = System.nanoTime();
        long lastProgress = start;
        while (!gone(STOP_POLL)) {
            long now = System.nanoTime();
            if (activity.advanced()) {
                lastProgress = now;
            }
            if (Thread.currentThread().isInterrupted()
                    || now - lastProgress > grace.toNanos()
                    || now - start > LONGEST_STOP_GRACES * grace.toNanos()) {
                kill();
                return;
            }
        }
    }

    /** How it gets on from now on. */
    public Activity activity() {
        return new Activity(process.toHandle(), spec.log());
    }

    /** Kills it at once (SIGKILL), and what it started with it. */
    public void kill() {
        process.destroyForcibly();
        gone(Duration.ofSeconds(10));
        closeLeash();
    }

    /** Sends a signal by its name, e.g. STOP. */
    public void signal(String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What went wrong with it: one line with what its log says and where the log is, its last lines, and what to try. */
    public LaunchFailedException failed(String what) {
        String reason = LogExcerpt.reason(spec.log(), logStart);
        StringBuilder message =
                new StringBuilder(spec.name() + " " + what + ": " + reason + " (log: " + spec.log() + ")");
        LogExcerpt.lastLines(spec.log(), logStart, LAST_LINES)
                .forEach(line -> message.append("\n  | ").append(line));
        message.append("\n  try: ").append(Advice.on(reason, spec.name()));
        return new LaunchFailedException(LaunchFailedException.Kind.FAILED, message.toString());
    }

    private boolean gone(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeLeash() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
