package tidings.system.stage;

import java.time.Duration;

/** The processor time of a process: one that starts on a slow machine takes more and more of it, one that hangs takes none. */
final class ProcessTimes {

    private ProcessTimes() {}

    /** Whole seconds so far; 0 where there is no such process. */
    static long secondsOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toSeconds)
                .orElse(0L);
    }
}
