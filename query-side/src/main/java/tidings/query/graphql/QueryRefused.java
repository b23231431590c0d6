package tidings.query.graphql;

/** An expected refusal of a query, with the stable code that its error carries. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public QueryRefused(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    static QueryRefused notFound() {
        return new QueryRefused(ErrorCode.NOT_FOUND, "there is no such thing, or not for you");
    }

    static QueryRefused badRequest(String message) {
        return new QueryRefused(ErrorCode.BAD_REQUEST, message);
    }
}
