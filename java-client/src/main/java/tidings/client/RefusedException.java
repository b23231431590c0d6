package tidings.client;

/** The server refused a frame. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedException(ServerFrame.Error error) {
        super(error.code() + ": " + error.message());
        this.code = error.code();
    }

    /** One of the stable error codes. */
    public String code() {
        return code;
    }
}
