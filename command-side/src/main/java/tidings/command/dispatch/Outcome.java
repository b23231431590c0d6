package tidings.command.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.MessageId;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * The decision is durable.
     *
     * @param messageId of the message that the command was about, if it was about one
     * @param seq of the last event that it recorded; where it changed nothing, of the event that had already done it
     * @param at when that event was recorded, in whole milliseconds
     * @param changes how many things it changed (for an import: messages, members); 0 when all was already so
     */
    record Accepted(@Nullable MessageId messageId, long seq, Instant at, int changes) implements Outcome {}

    /**
     * Nothing was recorded, except where the code is {@code UNAVAILABLE}: then the outcome is unknown.
     *
     * @param message for people
     * @param retryAfter zero when trying again is no use
     * @param first what was accepted before under the same key, where that is why this is refused
     */
    record Rejected(
            RejectionCode code,
            String message,
            Duration retryAfter,
            @Nullable Accepted first) implements Outcome {

        public Rejected(RejectionCode code, String message, Duration retryAfter) {
            this(code, message, retryAfter, null);
        }
    }
}
