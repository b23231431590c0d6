package tidings.gateway.frame;

/** Why the server closes a socket (RFC 6455, section 7.4; the 4000s are this protocol's own). */
public enum CloseCode {
    GOING_AWAY(1001, "idle"),
    UNSUPPORTED_DATA(1003, "text frames only"),
    POLICY_VIOLATION(1008, "too many frames or fragments"),
    TOO_BIG(1009, "message too big"),
    INTERNAL_ERROR(1011, "internal error"),
    UNAUTHENTICATED(4401, "unauthenticated or expired"),
    FORBIDDEN(4403, "not in the scopes of the token"),
    HELLO_TIMED_OUT(4408, "no hello in time"),
    SLOW_CONSUMER(4409, "too slow: resume"),
    TOO_MANY_CONNECTIONS(4429, "too many connections"),
    DRAINING(4503, "draining: reconnect elsewhere");

    private final int value;
    private final String reason;

    CloseCode(int value, String reason) {
        this.value = value;
        this.reason = reason;
    }

    public int value() {
        return value;
    }

    public String reason() {
        return reason;
    }
}
