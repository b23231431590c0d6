package tidings.launcher.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How many descriptors a process may have here. */
final class OpenFiles {
    private static final int WANTED = 65_536;
    private static final int ALWAYS_THERE = 1_024;

    private OpenFiles() {}

    static int limit() {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", "ulimit -Hn").start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.equals("unlimited") ? WANTED : Math.min(WANTED, Integer.parseInt(answer));
        } catch (IOException | NumberFormatException e) {
            return ALWAYS_THERE;
        }
    }
}
