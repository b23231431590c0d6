package tidings.system.tokens;

/**
 * A text that is no good access token.
 *
 * @param name what is wrong with it
 */
record ForgedToken(String name, String text) {

    /** Whether it can be sent in a header at all. */
    boolean fitsAHeader() {
        return text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return name;
    }
}
