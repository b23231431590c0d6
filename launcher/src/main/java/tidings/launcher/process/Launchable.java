package tidings.launcher.process;

import java.time.Duration;

/**
 * A process together with how one sees that it is ready.
 *
 * @param port the one that others connect to
 * @param startStall how long it may stand still before it is ready
 * @param stopGrace how long it may stand still while it stops by itself, before it is killed
 */
public record Launchable(ProcessSpec spec, int port, Probe ready, Duration startStall, Duration stopGrace) {
    public String name() {
        return spec.name();
    }

    /** Starts it and waits until it is ready; when it fails, nothing of it is left running. */
    public LeashedProcess start() {
        LeashedProcess process = LeashedProcess.start(spec);
        try {
            Readiness.await(process, ready, startStall);
            return process;
        } catch (LaunchFailedException e) {
            process.kill();
            throw e;
        }
    }
}
