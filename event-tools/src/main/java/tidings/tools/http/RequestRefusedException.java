package tidings.tools.http;

/** A side answered, and refused the request. */
public final class RequestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RequestRefusedException(int status, String code, String detail) {
        super("refused with " + status + (code.isEmpty() ? "" : " " + code) + ": " + detail);
        this.status = status;
        this.code = code;
    }

    /** Whether it is refused for what it holds, so that a part of it may be accepted: 400, 409, 413 and 422. */
    public boolean isAboutContent() {
        return status == 400 || status == 409 || status == 413 || status == 422;
    }

    /** The stable code of the problem document; may be empty. */
    public String code() {
        return code;
    }
}
