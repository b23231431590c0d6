package tidings.system.tokens;

/** What a door says, in words that all doors share. */
enum Verdict {
    LET_IN,
    UNAUTHENTICATED,
    FORBIDDEN,
    /** Anything else: a defect. */
    SOMETHING_ELSE;

    static Verdict of(int status, String code) {
        return switch (status) {
            case 200 -> code.isEmpty() ? LET_IN : SOMETHING_ELSE;
            case 401 -> code.equals("UNAUTHENTICATED") ? UNAUTHENTICATED : SOMETHING_ELSE;
            case 403 -> code.equals("FORBIDDEN") ? FORBIDDEN : SOMETHING_ELSE;
            default -> SOMETHING_ELSE;
        };
    }

    /** Of a socket: the protocol's close codes, or the status of a refused upgrade. */
    static Verdict of(TokenSocket.End end) {
        return switch (end.code()) {
            case 0 -> LET_IN;
            case 401, 4401 -> UNAUTHENTICATED;
            case 403, 4403 -> FORBIDDEN;
            default -> SOMETHING_ELSE;
        };
    }
}
