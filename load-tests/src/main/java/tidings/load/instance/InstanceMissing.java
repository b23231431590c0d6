package tidings.load.instance;

/** There is no instance to measure, or it cannot be used; the message says why. */
public final class InstanceMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InstanceMissing(String message) {
        super(message);
    }

    public InstanceMissing(String message, Throwable cause) {
        super(message, cause);
    }
}
