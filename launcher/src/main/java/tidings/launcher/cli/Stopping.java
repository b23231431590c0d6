package tidings.launcher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tidings.launcher.instance.DataFolder;
import tidings.launcher.instance.InstanceDescription;
import tidings.launcher.process.Activity;
import tidings.launcher.process.LaunchFailedException;

/** Waits for the end of an instance while it gets on: processes end, or those that are left work. */
final class Stopping {
    private static final Duration STALL = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration NOTE_EVERY = Duration.ofSeconds(10);

    private final ProcessHandle launcher;
    private final Outcome out;
    private final Duration timeout;
    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, ProcessHandle process, Activity activity) {}

    Stopping(ProcessHandle launcher, DataFolder folder, Outcome out, Duration timeout) {
        this.launcher = launcher;
        this.out = out;
        this.timeout = timeout;
        add("launcher", launcher, folder.log("launcher"));
        InstanceDescription.read(folder)
                .ifPresent(description -> description
                        .processes()
                        .forEach(entry -> ProcessHandle.of(entry.pid())
                                .ifPresent(process -> add(entry.name(), process, Path.of(entry.log())))));
    }

    private void add(String name, ProcessHandle process, Path log) {
        parts.add(new Part(name, process, new Activity(process, log)));
    }

    void await() throws InterruptedException {
        long start = System.nanoTime();
        long lastProgress = start;
        long lastNote = start;
        while (!ended()) {
            long now = System.nanoTime();
            boolean fewer = parts.removeIf(part -> !part.process().isAlive());
            long active =
                    parts.stream().filter(part -> part.activity().advanced()).count();
            if (fewer || active > 0) {
                lastProgress = now;
            }
            if (now - lastProgress > STALL.toNanos() || now - start > timeout.toNanos()) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        "did not stop within " + Duration.ofNanos(now - start).toSeconds() + " s, still there: "
                                + names() + "\n  try: more time with --timeout SECONDS, or kill -9 " + launcher.pid()
                                + ", which ends all of them; nothing is lost");
            }
            if (now - lastNote > NOTE_EVERY.toNanos()) {
                lastNote = now;
                out.progress("waiting for the end of " + names());
            }
        }
    }

    private String names() {
        return parts.stream()
                .map(part -> part.name() + " (process " + part.process().pid() + ")")
                .collect(Collectors.joining(", "));
    }

    private boolean ended() throws InterruptedException {
        try {
            launcher.onExit().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
