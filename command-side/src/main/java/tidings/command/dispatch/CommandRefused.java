package tidings.command.dispatch;

import java.time.Duration;

/**
 * An expected refusal: thrown by an aggregate or by a command's own validation, mapped to
 * {@link Outcome.Rejected} by the dispatcher and to an error answer at the edges. It has no stack trace.
 */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final Duration retryAfter;

    public CommandRefused(RejectionCode code, String message) {
        this(code, message, Duration.ZERO);
    }

    /** @param retryAfter when it may be asked for again; zero when that is no use */
    public CommandRefused(RejectionCode code, String message, Duration retryAfter) {
        super(message, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public static CommandRefused of(Outcome.Rejected rejected) {
        return new CommandRefused(rejected.code(), rejected.message(), rejected.retryAfter());
    }

    public RejectionCode code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** Never null, unlike {@link #getMessage()}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
