package tidings.command.channel;

/** Which code points may stand where in the text of a channel. */
final class Characters {

    private Characters() {}

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether a body has a control character that is neither a line feed nor a tab. */
    static boolean hasControl(String body) {
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (isControl(c) && c != '\n' && c != '\t') {
                return true;
            }
        }
        return false;
    }

    static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '-'
                || c == '_'
                || c == '.';
    }

    static boolean isControl(int c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
