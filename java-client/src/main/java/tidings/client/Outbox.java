package tidings.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was said and not answered: it stays here, under its key, until an answer says what became of it. */
final class Outbox {

    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("BUSY", "UNAVAILABLE", "RATE_LIMITED");
    private static final long SHORTEST_RETRY_MS = 50;

    /** One message on its way. */
    static final class Letter {

        final String key;
        final JsonNode frame;
        final CompletableFuture<ServerFrame.Ack> answer = new CompletableFuture<>();
        /** How often it was sent. */
        int attempts;
        /** Whether the last attempt has had no answer. */
        boolean awaited;

        Letter(String key, JsonNode frame) {
            this.key = key;
            this.frame = frame;
        }
    }

    private final Map<String, Letter> letters = new LinkedHashMap<>();

    /**
     * The letter of a message; the one that is on its way already where the same was said before.
     *
     * @throws IllegalArgumentException when another message of this key is on its way
     */
    Letter put(Command.Send send) {
        Letter letter = new Letter(send.clientMessageId(), ClientFrames.command(send.clientMessageId(), send));
        Letter before = letters.putIfAbsent(letter.key, letter);
        if (before == null) {
            return letter;
        }
        if (!before.frame.equals(letter.frame)) {
            throw new IllegalArgumentException("another message has this clientMessageId, and no answer yet");
        }
        return before;
    }

    boolean holds(Letter letter) {
        return letters.containsKey(letter.key);
    }

    /** In the order in which they were said. */
    List<Letter> all() {
        return List.copyOf(letters.values());
    }

    void onAck(@Nullable String ref, ServerFrame.Ack ack) {
        Letter letter = ref == null ? null : letters.remove(ref);
        if (letter != null) {
            letter.awaited = false;
            letter.answer.complete(ack);
        }
    }

    /** Whether the refusal is of one of these; where it is worth another try, the letter and when are handed on. */
    boolean onError(ServerFrame.Error error, Retry retry) {
        Letter letter = error.ref() == null ? null : letters.get(error.ref());
        if (letter == null) {
            return false;
        }
        letter.awaited = false;
        if (WORTH_ANOTHER_TRY.contains(error.code())) {
            retry.after(Math.max(SHORTEST_RETRY_MS, error.retryAfterMs()), letter);
        } else {
            letters.remove(letter.key);
            letter.answer.completeExceptionally(new RefusedException(error));
        }
        return true;
    }

    /** Sends a letter again after a while. */
    interface Retry {

        void after(long delayMs, Letter letter);
    }
}
