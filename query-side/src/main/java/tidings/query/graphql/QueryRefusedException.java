package tidings.query.graphql;

/** An expected refusal of a query, with the stable code that its error carries. */
public final class QueryRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public QueryRefusedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    static QueryRefusedException notFound() {
        return new QueryRefusedException(ErrorCode.NOT_FOUND, "there is no such thing, or not for you");
    }

    static QueryRefusedException badRequest(String message) {
        return new QueryRefusedException(ErrorCode.BAD_REQUEST, message);
    }
}
