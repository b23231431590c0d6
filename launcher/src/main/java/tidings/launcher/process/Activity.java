package tidings.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Whether a process gets on, as far as that is seen from outside: its log grows, or it uses the processor or the disk. A
 * process that waits for the processor on a busy machine gets on slowly; one that hangs does not.
 */
public final class Activity {
    /** What an idle JVM uses in a minute is not taken for progress. */
    private static final Duration PROCESSOR_STEP = Duration.ofMillis(100);

    private final ProcessHandle process;
    private final Path log;
    private long logBytes;
    private long diskBytes;
    private Duration processorTime;

    /** Watches from now on. */
    public Activity(ProcessHandle process, Path log) {
        this.process = process;
        this.log = log;
        this.logBytes = size(log);
        this.diskBytes = diskBytes(process.pid());
        this.processorTime = processorTime(process);
    }

    /** Whether it got on since this last said so. */
    public boolean advanced() {
        long logNow = size(log);
        long diskNow = diskBytes(process.pid());
        Duration processorNow = processorTime(process);
        boolean worked = processorNow.minus(processorTime).compareTo(PROCESSOR_STEP) >= 0;
        if (logNow == logBytes && diskNow == diskBytes && !worked) {
            return false;
        }
        logBytes = logNow;
        diskBytes = diskNow;
        processorTime = processorNow;
        return true;
    }

    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the kernel says was read from and written to disks for it; 0 where it does not say. */
    private static long diskBytes(long pid) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "io"));
            return lines.stream()
                    .filter(line -> line.startsWith("read_bytes:") || line.startsWith("write_bytes:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
