package tidings.command.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import java.util.OptionalInt;
import java.util.Set;

/** Tells what can be seen from what cannot. */
public final class Visible {

    /**
     * Symbols and letters that are a place where something would be, and are drawn as nothing: the Braille blank, the half
     * fill space, annotation anchors and the object replacement, the null notehead, the blanks between hieroglyphs.
     */
    private static final Set<Integer> FILLERS =
            Set.of(0x2800, 0x303F, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC, 0x1D159, 0x13441, 0x13442);

    private Visible() {}

    /**
     * Whether anybody sees something of the text: whether one character is neither default-ignorable (Unicode Standard
     * Annex 44), nor space, filler, control, format or unassigned, nor a mark that has nothing to stand on.
     */
    public static boolean isIn(String text) {
        return first(text).isPresent();
    }

    /** The first character that anybody sees. */
    public static OptionalInt first(String text) {
        return text.codePoints()
                .filter(point -> !isBlank(point) && !isMark(point))
                .findFirst();
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
        return switch (UCharacter.getType(point)) {
            case UCharacterCategory.CONTROL -> true;
            // the only format characters with a shape of their own stand around numbers
            case UCharacterCategory.FORMAT ->
                !UCharacter.hasBinaryProperty(point, UProperty.PREPENDED_CONCATENATION_MARK);
            // non-characters among them; what Unicode keeps free for emoji may be one on a newer system than this
            case UCharacterCategory.UNASSIGNED -> !UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC);
            default ->
                FILLERS.contains(point) || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
