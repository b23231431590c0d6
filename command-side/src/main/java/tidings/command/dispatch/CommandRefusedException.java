package tidings.command.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal: thrown by an aggregate or by a command's own validation, mapped to
 * {@link Outcome.Rejected} by the dispatcher and to an error answer at the edges. It has no stack trace.
 */
public final class CommandRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final Duration retryAfter;
    private final transient Outcome.@Nullable Accepted first;

    public CommandRefusedException(RejectionCode code, String message) {
        this(code, message, Duration.ZERO);
    }

    /** @param retryAfter when it may be asked for again; zero when that is no use */
    public CommandRefusedException(RejectionCode code, String message, Duration retryAfter) {
        this(code, message, retryAfter, null);
    }

    /** @param first what the same key was accepted for before */
    public CommandRefusedException(RejectionCode code, String message, Outcome.Accepted first) {
        this(code, message, Duration.ZERO, first);
    }

    private CommandRefusedException(
            RejectionCode code, String message, Duration retryAfter, Outcome.@Nullable Accepted first) {
        super(message, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
        this.first = first;
    }

    public static CommandRefusedException of(Outcome.Rejected rejected) {
        return new CommandRefusedException(
                rejected.code(), rejected.message(), rejected.retryAfter(), rejected.first());
    }

    public RejectionCode code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** What was accepted before under the same key, where that is why this is refused. */
    public Outcome.@Nullable Accepted first() {
        return first;
    }

    /** Never null, unlike {@link #getMessage()}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
