package tidings.gateway.frame;

/** Ends the reading of a frame; carries no stack trace, because clients can cause any number of them. */
final class InvalidFrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String explanation;

    InvalidFrameException(ErrorCode code, String explanation) {
        super(explanation, null, false, false);
        this.code = code;
        this.explanation = explanation;
    }

    ErrorCode code() {
        return code;
    }

    String explanation() {
        return explanation;
    }
}
