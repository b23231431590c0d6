package tidings.command.dispatch;

/**
 * An expected refusal: thrown by an aggregate or by a command's own validation, mapped to
 * {@link Outcome.Rejected} by the dispatcher and to an error answer at the edges. It has no stack trace.
 */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RejectionCode code;

    public CommandRefused(RejectionCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public RejectionCode code() {
        return code;
    }

    /** Never null, unlike {@link #getMessage()}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
