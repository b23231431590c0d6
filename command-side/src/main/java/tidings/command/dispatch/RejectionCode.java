package tidings.command.dispatch;

/** The stable codes of refusals, on every public interface. */
public enum RejectionCode {
    BAD_FRAME,
    UNAUTHENTICATED,
    FORBIDDEN,
    /** It does not exist, or the actor may not know that it does. */
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    RATE_LIMITED,
    /** Too much is under way: nothing was begun. */
    BUSY,
    /** Something it depends on is out of reach, and the outcome may be unknown. */
    UNAVAILABLE
}
