package tidings.gateway.eventlog;

/** The session was ended before its time: by its user, or because its refresh token was used twice. */
public final class SessionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    public SessionEndedException() {
        super("the session has ended", null, false, false);
    }

    /** Whether a read failed for this reason. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof SessionEndedException || failure.getCause() instanceof SessionEndedException;
    }
}
