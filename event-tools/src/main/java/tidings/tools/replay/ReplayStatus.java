package tidings.tools.replay;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is, as the query side tells it.
 *
 * @param state RUNNING, DONE or FAILED
 * @param events replayed so far
 * @param total events that there are
 * @param message why it failed
 */
record ReplayStatus(
        String id,
        String state,
        long events,
        long total,
        @Nullable List<TableDigest> digests,
        @Nullable String message) {

    /** What a table held before, and what it holds now. */
    record TableDigest(
            String table, @Nullable String before, @Nullable String after) {

        private String line() {
            String change = Objects.equals(before, after) ? "same" : "was " + before;
            return String.format("  %-24s %s  %s", table, after, change);
        }
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    boolean isDone() {
        return state.equals("DONE");
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (TableDigest digest : Objects.requireNonNullElse(digests, List.<TableDigest>of())) {
            text.append(digest.line()).append('\n');
        }
        text.append(isDone() ? "Replayed" : "FAILED after").append(String.format(" %,d events", events));
        return message == null || message.isEmpty()
                ? text.toString()
                : text.append(": ").append(message).toString();
    }
}
