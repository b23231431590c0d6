package tidings.query.graphql;

/** The stable codes in {@code extensions.code} of GraphQL errors. */
public enum ErrorCode {
    /** The query or an argument makes no sense. */
    BAD_REQUEST,
    UNAUTHENTICATED,
    /** Readable, but not by the caller's role. */
    FORBIDDEN,
    /** Unknown, or hidden from the caller: both answer alike. */
    NOT_FOUND,
    /** The views have not come as far as the caller asked for within 2 s: ask again. */
    STALE,
    /** One query asks for too much: too deep, too many fields, or too long lists. Ask for less at once. */
    TOO_COMPLEX,
    /** The body of a request has too many bytes. */
    TOO_LARGE,
    /** The account or the address has too much under way: wait for answers, or end subscriptions, first. */
    RATE_LIMITED,
    /** The client takes no format that there is. */
    NOT_ACCEPTABLE,
    TIMEOUT,
    /** The views are out of reach: ask again. */
    UNAVAILABLE,
    INTERNAL
}
