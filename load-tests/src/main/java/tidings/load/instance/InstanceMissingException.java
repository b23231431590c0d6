package tidings.load.instance;

/** There is no instance to measure, or it cannot be used; the message says why. */
public final class InstanceMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InstanceMissingException(String message) {
        super(message);
    }

    public InstanceMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
