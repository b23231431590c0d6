package tidings.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was said and not answered: it stays here, under its key, until an answer says what became of it. */
final class Outbox {

    private static final Set<String> RETRYABLE = Set.of("BUSY", "UNAVAILABLE", "RATE_LIMITED");
    private static final long MIN_RETRY_MS = 50;

    /** One message on its way. */
    static final class PendingSend {

        final String key;
        final JsonNode frame;
        final CompletableFuture<ServerFrame.Ack> answer = new CompletableFuture<>();
        /** How often it was sent. */
        int attempts;
        /** Whether the last attempt has had no answer. */
        boolean awaited;

        PendingSend(String key, JsonNode frame) {
            this.key = key;
            this.frame = frame;
        }
    }

    private final Map<String, PendingSend> pendingSends = new LinkedHashMap<>();
    private final Consumer<Runnable> notifications;

    /** Completes answers where it is told to. */
    Outbox(Consumer<Runnable> notifications) {
        this.notifications = notifications;
    }

    /**
     * The pending send of a message; the one that is on its way already where the same was said before.
     *
     * @throws IllegalArgumentException when another message of this key is on its way
     */
    PendingSend put(Command.Send send) {
        PendingSend pendingSend =
                new PendingSend(send.clientMessageId(), ClientFrames.command(send.clientMessageId(), send));
        PendingSend before = pendingSends.putIfAbsent(pendingSend.key, pendingSend);
        if (before == null) {
            return pendingSend;
        }
        if (!before.frame.equals(pendingSend.frame)) {
            throw new IllegalArgumentException("another message has this clientMessageId, and no answer yet");
        }
        return before;
    }

    boolean holds(PendingSend pendingSend) {
        return pendingSends.containsKey(pendingSend.key);
    }

    /** In the order in which they were said. */
    List<PendingSend> all() {
        return List.copyOf(pendingSends.values());
    }

    void onAck(@Nullable String ref, ServerFrame.Ack ack) {
        PendingSend pendingSend = ref == null ? null : pendingSends.remove(ref);
        if (pendingSend != null) {
            pendingSend.awaited = false;
            notifications.accept(() -> pendingSend.answer.complete(ack));
        }
    }

    /** Whether the refusal is of one of these; where it is worth another try, it and the delay are handed on. */
    boolean onError(ServerFrame.Error error, Retry retry) {
        PendingSend pendingSend = error.ref() == null ? null : pendingSends.get(error.ref());
        if (pendingSend == null) {
            return false;
        }
        pendingSend.awaited = false;
        if (RETRYABLE.contains(error.code())) {
            retry.after(Math.max(MIN_RETRY_MS, error.retryAfterMs()), pendingSend);
        } else {
            pendingSends.remove(pendingSend.key);
            notifications.accept(() -> pendingSend.answer.completeExceptionally(new RefusedException(error)));
        }
        return true;
    }

    /** Sends it again after a while. */
    interface Retry {

        void after(long delayMs, PendingSend pendingSend);
    }
}
