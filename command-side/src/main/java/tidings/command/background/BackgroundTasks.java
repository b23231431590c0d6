package tidings.command.background;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The background tasks of a node: the one place where any is begun, and where its health is asked for. */
public final class BackgroundTasks {

    /** A vital task that fails for longer takes its node out of service. */
    private static final Duration UNREADY_AFTER = Duration.ofSeconds(5);

    /** And for longer than this: the node cannot go on, and a new process may. */
    private static final Duration HOPELESS_AFTER = Duration.ofSeconds(60);

    private final List<BackgroundTask> tasks = new CopyOnWriteArrayList<>();
    private final Duration unreadyAfter;
    private final Duration hopelessAfter;
    private final AtomicReference<Runnable> whenHopeless = new AtomicReference<>(() -> {});

    public BackgroundTasks() {
        this(UNREADY_AFTER, HOPELESS_AFTER);
    }

    BackgroundTasks(Duration unreadyAfter, Duration hopelessAfter) {
        this.unreadyAfter = unreadyAfter;
        this.hopelessAfter = hopelessAfter;
    }

    /** What a task does each time. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** How much the node depends on a task. */
    public enum Importance {
        /** Without it the node is of no use. */
        VITAL,
        /** It makes good what is late, and may be late itself. */
        DEFERRABLE
    }

    /** Repeats a step without a pause, on a thread of this name, until it is stopped; the step waits by itself for its work. */
    public BackgroundTask loop(String name, Importance importance, Step step) {
        return begin(name, importance, Duration.ZERO, step);
    }

    /** Repeats a step with this pause before each, on a thread of this name, until it is stopped. */
    public BackgroundTask every(Duration pause, String name, Importance importance, Step step) {
        return begin(name, importance, pause, step);
    }

    private BackgroundTask begin(String name, Importance importance, Duration pause, Step step) {
        BackgroundTask task = new BackgroundTask(name, importance, pause, step, this::failed, tasks::remove);
        tasks.add(task);
        task.start();
        return task;
    }

    /** What ends the process, once, so that its supervisor starts a new one; without it a hopeless node is merely not live. */
    public void whenHopeless(Runnable end) {
        whenHopeless.set(end);
    }

    private void failed(BackgroundTask task) {
        if (hopeless().contains(task.name())) {
            whenHopeless.getAndSet(() -> {}).run();
        }
    }

    /** Those that have been begun and were not stopped. */
    public List<BackgroundTask> all() {
        return List.copyOf(tasks);
    }

    /** The vital tasks that have not succeeded for some seconds: the node is not ready. */
    public List<String> failing() {
        return names(unreadyAfter);
    }

    /** The vital tasks that have not succeeded for so long that only a new process may help. */
    public List<String> hopeless() {
        return names(hopelessAfter);
    }

    private List<String> names(Duration failingFor) {
        return tasks.stream()
                .filter(task -> task.importance() == Importance.VITAL)
                .filter(task -> task.failingFor().compareTo(failingFor) > 0)
                .map(BackgroundTask::name)
                .toList();
    }
}
