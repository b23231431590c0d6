package tidings.command.reauthentication;

/** An access token alone is not enough for this: its owner shows the password or a code again. It has no stack trace. */
public final class ReauthenticationRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReauthenticationRequired(String detail) {
        super(detail, null, false, false);
    }

    /** What is missing, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
