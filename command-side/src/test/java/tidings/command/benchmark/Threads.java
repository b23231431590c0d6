package tidings.command.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the threads of a process have used, by name, from Linux's {@code /proc}.
 *
 * @param used CPU and switches of the threads of each name
 */
record Threads(Map<String, ThreadUse> used) {

    private static final String DIGITS = "[-#_ ]?[0-9]+$";

    /** Those of a process's folder below {@code /proc}. */
    static Threads of(Path process) {
        Map<String, ThreadUse> used = new HashMap<>();
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            tasks.forEach(task -> add(used, task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Threads(used);
    }

    private static void add(Map<String, ThreadUse> used, Path task) {
        try {
            String name = Files.readString(task.resolve("comm")).strip().replaceAll(DIGITS, "");
            long nanos =
                    Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
            long switches = Files.readAllLines(task.resolve("status")).stream()
                    .filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line -> Long.parseLong(line.split("\t")[1]))
                    .sum();
            used.merge(name, new ThreadUse(nanos, switches), ThreadUse::plus);
        } catch (IOException e) {
            // it has ended meanwhile
            used.merge("ended", ThreadUse.NONE, ThreadUse::plus);
        }
    }

    Threads since(Threads before) {
        return new Threads(used.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().minus(before.used.getOrDefault(entry.getKey(), ThreadUse.NONE)))));
    }

    /** All together, but for those whose names begin so. */
    ThreadUse sumWithout(String prefix) {
        return used.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .reduce(ThreadUse.NONE, ThreadUse::plus);
    }

    /** A line for each that used more than a microsecond per message. */
    List<String> perMessage(long messages) {
        return used.entrySet().stream()
                .filter(entry -> entry.getValue().nanos() > messages * 1_000)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().nanos()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "    %-16s %6.1f us, %5.2f switches per message",
                        entry.getKey(),
                        entry.getValue().nanos() / 1e3 / messages,
                        (double) entry.getValue().switches() / messages))
                .toList();
    }
}
