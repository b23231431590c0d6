package tidings.tools.slack;

/** The file is no Slack export, or one that cannot be read safely; the message says which part and why. */
public final class UnreadableExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableExportException(String message) {
        super(message);
    }

    UnreadableExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
