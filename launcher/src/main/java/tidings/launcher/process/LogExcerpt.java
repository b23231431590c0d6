package tidings.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Picks the line of a log that tells a person why a program stopped. */
public final class LogExcerpt {
    private static final int WINDOW = 64 * 1024;
    private static final int LINE = 300;
    private static final List<Pattern> TELLING = List.of(
            Pattern.compile("No space left on device|disk is full|errno: 28", Pattern.CASE_INSENSITIVE),
            Pattern.compile("Address already in use|port is already in use|\\bin use\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile("OutOfMemoryError|Cannot allocate memory"),
            Pattern.compile("Caused by: "),
            Pattern.compile("\\[emerg]|\\[ERROR]|\\bFATAL\\b|\\bERROR\\b|error while loading"),
            Pattern.compile("Exception|Error\\b"));

    private LogExcerpt() {}

    /** The most telling line after byte {@code from}, else the last one, else that there is none. */
    public static String reason(Path log, long from) {
        List<String> lines = tail(log, from);
        for (Pattern pattern : TELLING) {
            for (String line : lines.reversed()) {
                if (pattern.matcher(line).find()) {
                    return shorten(line);
                }
            }
        }
        return lines.isEmpty() ? "it wrote nothing" : shorten(lines.getLast());
    }

    /** The last line after byte {@code from}. */
    public static String last(Path log, long from) {
        List<String> lines = tail(log, from);
        return lines.isEmpty() ? "it wrote nothing" : shorten(lines.getLast());
    }

    /** At most {@code count} last lines after byte {@code from}. */
    static List<String> lastLines(Path log, long from, int count) {
        List<String> lines = tail(log, from);
        return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
                .map(LogExcerpt::shorten)
                .toList();
    }

    private static List<String> tail(Path log, long from) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - WINDOW);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of("its log cannot be read: " + e.getMessage());
        }
    }

    private static String shorten(String line) {
        String stripped = line.strip();
        return stripped.length() <= LINE ? stripped : stripped.substring(0, LINE) + "…";
    }
}
