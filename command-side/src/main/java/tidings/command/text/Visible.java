package tidings.command.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Tells what can be seen from what cannot. */
public final class Visible {

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int FIRST_ANNOTATION = 0xFFF9;
    private static final int LAST_ANNOTATION = 0xFFFB;

    private Visible() {}

    /**
     * Whether anybody sees something of the text: whether one character is neither default-ignorable (Unicode Standard
     * Annex 44), nor space, filler or control, nor a mark that has nothing to stand on.
     */
    public static boolean isIn(String text) {
        return text.codePoints().anyMatch(point -> !isBlank(point) && !isMark(point));
    }

    /** Whether a character by itself shows nothing: a space, a filler, a control or formatting character. */
    static boolean isBlank(int point) {
        return isInvisible(point) || UCharacter.hasBinaryProperty(point, UProperty.WHITE_SPACE);
    }

    /** Whether a character takes no place at all, or only pretends to be one. */
    static boolean isInvisible(int point) {
        if (point < 0x80) {
            return point < ' ' || point == 0x7F;
        }
        return point == BRAILLE_BLANK
                || (point >= FIRST_ANNOTATION && point <= LAST_ANNOTATION)
                || Character.getType(point) == Character.CONTROL
                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
