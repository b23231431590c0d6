package tidings.launcher.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process serves, and says in one line why when it does not. */
public final class Readiness {
    private static final Duration POLL = Duration.ofMillis(100);

    private Readiness() {}

    /**
     * Returns when {@code ready} answers. A process that gets on is waited for, however slow the machine is.
     *
     * @param stall how long it may stand still: its log, its use of processor and disk, and what the probe hears
     * @throws LaunchFailedException when the process ends or stands still; the message names its log
     */
    public static void await(LeashedProcess process, Probe ready, Duration stall) {
        Activity activity = process.activity();
        String heard = "";
        long lastProgress = System.nanoTime();
        while (!ready.answers()) {
            if (!process.isAlive()) {
                throw process.failed("ended while starting");
            }
            String hears = ready.heard();
            if (activity.advanced() || !hears.equals(heard)) {
                heard = hears;
                lastProgress = System.nanoTime();
            }
            if (System.nanoTime() - lastProgress > stall.toNanos()) {
                throw process.failed("is not ready, and has made no progress for " + stall.toSeconds() + " s"
                        + (heard.isEmpty() ? "" : " (it says " + heard + ")"));
            }
            pause(process);
        }
    }

    private static void pause(LeashedProcess process) {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "interrupted while waiting for " + process.name(), e);
        }
    }
}
