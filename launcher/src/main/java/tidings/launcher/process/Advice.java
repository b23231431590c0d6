package tidings.launcher.process;

import java.util.Locale;

/** What a person may do about a part that did not start. */
final class Advice {
    private Advice() {}

    static String on(String reason, String name) {
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk is full") || lower.contains("errno: 28")) {
            return "make room on the disk, or put the data elsewhere with --data";
        }
        if (lower.contains("in use")) {
            return "stop the program that holds the port, or choose another with --port";
        }
        if (lower.contains("memory")) {
            return "make room in the memory, or start fewer nodes, such as --gateways 1";
        }
        return "./tidings logs " + name + ", then ./tidings up again; the data are kept";
    }
}
