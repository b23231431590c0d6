package tidings.tools.slack;

/** The file is no Slack export, or one that cannot be read safely; the message says which part and why. */
public final class UnreadableExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableExport(String message) {
        super(message);
    }

    UnreadableExport(String message, Throwable cause) {
        super(message, cause);
    }
}
