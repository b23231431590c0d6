package tidings.tools.replay;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is, as the query side tells it.
 *
 * @param state RUNNING, DONE, FAILED or CANCELLED
 * @param events replayed so far
 * @param total events that there are
 * @param parked events that could not be applied, with those that follow them in their streams
 * @param message why it failed
 */
record ReplayStatus(
        String id,
        String state,
        long events,
        long total,
        long parked,
        @Nullable List<TableDigest> digests,
        @Nullable String message) {

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
        String how = switch (state) {
            case "DONE" -> "Replayed";
            case "RUNNING" -> "Running:";
            default -> state + " after";
        };
        text.append(how).append(String.format(" %,d events", events));
        if (isRunning()) {
            text.append(String.format(" of %,d", total));
        }
        if (parked > 0) {
            text.append(String.format(", %,d parked (./tidings dead-letters)", parked));
        }
        return message == null || message.isEmpty()
                ? text.toString()
                : text.append(": ").append(message).toString();
    }
}
