package tidings.gateway.frame;

/** The stable codes of error frames. */
public enum ErrorCode {
    BAD_FRAME,
    UNKNOWN_TYPE,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    RATE_LIMITED,
    BUSY,
    UNAVAILABLE
}
