package tidings.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads processor time and resident memory of processes from /proc (proc(5)). A process counts with its descendants, such
 * as nginx's workers, but for those that are watched themselves. Empty where there is no /proc.
 */
public final class ProcessMeter {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100; // USER_HZ is 100 on every Linux that Java runs on
    private static final long PAGE_BYTES = 4096;
    private static final int PPID = 1;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private final Map<String, Long> watched = new LinkedHashMap<>();

    /** Watches another process. */
    public void watch(String name, long pid) {
        watched.put(name, pid);
    }

    /**
     * One process at one moment.
     *
     * @param cpuSeconds since it started
     * @param residentBytes of its memory
     */
    public record Usage(double cpuSeconds, long residentBytes) {

        private Usage plus(Usage other) {
            return new Usage(cpuSeconds + other.cpuSeconds, residentBytes + other.residentBytes);
        }
    }

    /** All watched processes by name, and how busy the machine was. */
    public record Sample(Map<String, Usage> processes, double machineCpuSeconds) {

        public Sample {
            processes = Map.copyOf(processes);
        }

        /** Of a process; zero when it is not there. */
        public Usage of(String name) {
            return processes.getOrDefault(name, new Usage(0, 0));
        }
    }

    /** Reads everything now. */
    public Sample sample() {
        Map<Long, Set<Long>> children = children();
        Map<String, Usage> usages = new LinkedHashMap<>();
        watched.forEach((name, pid) -> usages.put(name, withDescendants(pid, children)));
        return new Sample(usages, machine());
    }

    private Usage withDescendants(long pid, Map<Long, Set<Long>> children) {
        Usage usage = usage(pid);
        for (long child : children.getOrDefault(pid, Set.of())) {
            if (!watched.containsValue(child)) {
                usage = usage.plus(withDescendants(child, children));
            }
        }
        return usage;
    }

    private static Map<Long, Set<Long>> children() {
        Map<Long, Set<Long>> children = new HashMap<>();
        try (Stream<Path> entries = Files.list(PROC)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .forEach(pid -> {
                        List<String> stat = stat(pid);
                        if (!stat.isEmpty()) {
                            children.computeIfAbsent(Long.parseLong(stat.get(PPID)), parent -> new HashSet<>())
                                    .add(Long.parseLong(pid));
                        }
                    });
        } catch (IOException e) {
            return children;
        }
        return children;
    }

    private static Usage usage(long pid) {
        List<String> stat = stat(String.valueOf(pid));
        if (stat.isEmpty()) {
            return new Usage(0, 0);
        }
        double ticks = Long.parseLong(stat.get(UTIME)) + Long.parseLong(stat.get(STIME));
        return new Usage(ticks / TICKS_PER_SECOND, residentPages(pid) * PAGE_BYTES);
    }

    /** The fields of /proc/PID/stat after the command's name, which may hold anything. */
    private static List<String> stat(String pid) {
        String stat = read(PROC.resolve(pid).resolve("stat"));
        int end = stat.lastIndexOf(')');
        return end < 0 ? List.of() : List.of(stat.substring(end + 1).strip().split(" "));
    }

    private static long residentPages(long pid) {
        String[] pages =
                read(PROC.resolve(String.valueOf(pid)).resolve("statm")).split(" ");
        return pages.length < 2 ? 0 : Long.parseLong(pages[1]);
    }

    /** All time that the machine's processors did not idle or wait. */
    private static double machine() {
        String[] fields =
                read(PROC.resolve("stat")).lines().findFirst().orElse("").split(" +");
        double ticks = 0;
        for (int i = 1; i < fields.length && i <= 8; i++) {
            boolean idle = i == 4 || i == 5;
            ticks += idle ? 0 : Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // the process is gone
        }
    }
}
