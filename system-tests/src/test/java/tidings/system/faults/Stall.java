package tidings.system.faults;

import java.time.Duration;
import tidings.launcher.fixture.ProgressWait;
import tidings.launcher.instance.ManagedProcess;

/** A process that stands still (SIGSTOP), its sockets open, until this is closed (SIGCONT). */
final class Stall implements AutoCloseable {

    private final ManagedProcess process;
    private final Span span = Span.begin();

    private Stall(ManagedProcess process) {
        this.process = process;
    }

    static Stall of(ManagedProcess process) {
        process.suspend();
        return new Stall(process);
    }

    /** Waits until it has lasted that long. */
    void awaitAge(Duration age) {
        span.awaitAge(age);
    }

    /** How long a fault has lasted. */
    record Span(long sinceNanos) {

        static Span begin() {
            return new Span(System.nanoTime());
        }

        double seconds() {
            return (System.nanoTime() - sinceNanos) / 1e9;
        }

        void awaitAge(Duration age) {
            ProgressWait.observing(System::nanoTime)
                    .until("it has lasted for " + age, () -> System.nanoTime() - sinceNanos >= age.toNanos());
        }
    }

    @Override
    public void close() {
        process.resume();
    }
}
