package tidings.gateway.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.gateway.frame.ErrorCode;

/** What became of a command. */
public sealed interface Outcome {

    /** The decision is durable. */
    record Accepted(@Nullable String messageId, long seq, Instant at) implements Outcome {}

    /**
     * Refused; where the code is UNAVAILABLE the outcome is unknown and the command may be sent again.
     *
     * @param first the answer that its clientMessageId got the first time, where the content was another one then
     */
    record Rejected(
            ErrorCode code,
            String message,
            long retryAfterMs,
            @Nullable Accepted first) implements Outcome {

        public Rejected(ErrorCode code, String message, long retryAfterMs) {
            this(code, message, retryAfterMs, null);
        }
    }
}
