package tidings.gateway.frame;

/** Text that has a UTF-8 form. */
final class UnicodeText {

    private UnicodeText() {}

    /** Half of a surrogate pair has no UTF-8 form, so it could not be passed on. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
