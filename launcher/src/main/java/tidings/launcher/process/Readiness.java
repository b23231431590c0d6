package tidings.launcher.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process serves, and says in one line why when it does not. */
public final class Readiness {
    private static final Duration POLL = Duration.ofMillis(100);

    private Readiness() {}

    /**
     * Returns when {@code ready} answers.
     *
     * @throws LaunchFailed when the process ends or the time is over; the message names its log
     */
    public static void await(LeashedProcess process, Probe ready, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ready.answers()) {
            if (!process.isAlive()) {
                throw process.failed("ended while starting");
            }
            if (System.nanoTime() - deadline > 0) {
                throw process.failed("was not ready after " + timeout.toSeconds() + " s");
            }
            pause(process);
        }
    }

    private static void pause(LeashedProcess process) {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed(LaunchFailed.Kind.FAILED, "interrupted while waiting for " + process.name(), e);
        }
    }
}
