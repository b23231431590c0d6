package tidings.launcher.process;

import java.time.Duration;
import java.util.Map;

/**
 * A process together with how one sees that it is ready.
 *
 * @param port the one that others connect to
 * @param startStall how long it may stand still before it is ready
 * @param stopGrace how long it may stand still while it stops by itself, before it is killed
 * @param firstLife variables that it gets when it is started by somebody, and not when it is started anew because it died
 */
public record Launchable(
        ProcessSpec spec,
        int port,
        Probe ready,
        Duration startStall,
        Duration stopGrace,
        Map<String, String> firstLife) {
    public Launchable {
        firstLife = Map.copyOf(firstLife);
    }

    /** One whose lives are all alike. */
    public Launchable(ProcessSpec spec, int port, Probe ready, Duration startStall, Duration stopGrace) {
        this(spec, port, ready, startStall, stopGrace, Map.of());
    }

    /** What its first life is started from. */
    public ProcessSpec first() {
        return spec.with(firstLife);
    }

    public String name() {
        return spec.name();
    }

    /** Starts it and waits until it is ready; when it fails, nothing of it is left running. */
    public LeashedProcess start() {
        LeashedProcess process = LeashedProcess.start(first());
        try {
            Readiness.await(process, ready, startStall);
            return process;
        } catch (LaunchFailed e) {
            process.kill();
            throw e;
        }
    }
}
