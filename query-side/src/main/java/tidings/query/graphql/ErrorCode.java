package tidings.query.graphql;

/** The stable codes in {@code extensions.code} of GraphQL errors. */
enum ErrorCode {
    /** The query or an argument makes no sense. */
    BAD_REQUEST,
    UNAUTHENTICATED,
    /** Readable, but not by somebody of the caller's role. */
    FORBIDDEN,
    /** Unknown, or hidden from the caller: both answer alike. */
    NOT_FOUND,
    /** The views have not come as far as the caller asked for within 2 s: ask again. */
    STALE,
    /** Too deep or too much at once. */
    TOO_COMPLEX,
    TIMEOUT,
    /** The views are out of reach: ask again. */
    UNAVAILABLE,
    INTERNAL
}
