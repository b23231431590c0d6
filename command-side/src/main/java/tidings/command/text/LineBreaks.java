package tidings.command.text;

/** One kind of line break, whatever a text was written with. */
public final class LineBreaks {

    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private LineBreaks() {}

    /**
     * The text with line feeds for every other line break: CR LF, a lone CR, NEL (U+0085), and the line and paragraph
     * separators U+2028 and U+2029 (Unicode Standard 5.8).
     */
    public static String asLineFeeds(String text) {
        return hasForeign(text) ? replace(text) : text;
    }

    private static boolean hasForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isForeign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String replace(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean secondHalf = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (!secondHalf) {
                lines.append(isForeign(c) ? '\n' : c);
            }
        }
        return lines.toString();
    }

    static boolean isForeign(int c) {
        return c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }
}
