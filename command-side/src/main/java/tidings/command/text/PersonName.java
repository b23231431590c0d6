package tidings.command.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;

/**
 * What a name on one line consists of, so that it looks like what it is: no control, bidi or direction mark, no character
 * that shows nothing but where writing needs it (joiners as in Unicode Standard Annex 31, 2.3.1, or inside of an emoji,
 * variation selectors and emoji tags), and at most four marks on a letter, none of them twice in a row (Unicode Technical
 * Standard 39, 5.4).
 */
public final class PersonName {

    private static final int MAX_MARKS = 4;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int EMOJI_SELECTOR = 0xFE0F;
    private static final int VIRAMA = 9;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int NOTHING = -1;

    private PersonName() {}

    /** @param text trimmed and in NFC */
    public static boolean isSound(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int before = i == 0 ? NOTHING : points[i - 1];
            int after = i + 1 == points.length ? NOTHING : points[i + 1];
            if (!fits(points[i], before, after)) {
                return false;
            }
        }
        return Visible.isIn(text) && !isHeapOfMarks(text);
    }

    /** The sound part of a text: what does not fit is left out. */
    public static String nearestTo(String text) {
        StringBuilder kept = new StringBuilder();
        int[] points =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int before = kept.isEmpty() ? NOTHING : kept.codePointBefore(kept.length());
            int after = i + 1 == points.length ? NOTHING : points[i + 1];
            if (fits(points[i], before, after)) {
                kept.appendCodePoint(points[i]);
            }
        }
        String name = kept.toString().strip();
        return isSound(name) ? name : "";
    }

    private static boolean fits(int point, int before, int after) {
        if (point < 0x80) {
            return point >= ' ' && point != 0x7F;
        }
        int type = Character.getType(point);
        if (type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE) {
            return false;
        }
        if (Bidi.isControl(point)) {
            return false;
        }
        return !Visible.isInvisible(point) || isNeeded(point, before, after);
    }

    private static boolean isNeeded(int point, int before, int after) {
        if (point == JOINER || point == NON_JOINER) {
            return before != NOTHING && after != NOTHING && isNeededJoiner(point, before, after);
        }
        if (UCharacter.hasBinaryProperty(point, UProperty.VARIATION_SELECTOR)) {
            return hasVariations(before) && (before >= 0x80 || after == KEYCAP);
        }
        return point >= 0xE0020
                && point <= 0xE007F
                && (before == BLACK_FLAG || (before >= 0xE0020 && before < 0xE007F));
    }

    /** Behind a virama both change the shape of what follows; a non-joiner parts two letters that would join. */
    private static boolean isNeededJoiner(int joiner, int before, int after) {
        if (UCharacter.getCombiningClass(before) == VIRAMA) {
            return UCharacter.isUAlphabetic(after);
        }
        return joiner == JOINER
                ? isPartOfEmoji(before) && UCharacter.hasBinaryProperty(after, UProperty.EXTENDED_PICTOGRAPHIC)
                : joinsWhatFollows(before) && joinsWhatPrecedes(after);
    }

    private static boolean isPartOfEmoji(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(point, UProperty.EMOJI_MODIFIER)
                || point == EMOJI_SELECTOR;
    }

    /** A mark is transparent: the letter below it joins. */
    private static boolean joinsWhatFollows(int point) {
        int type = UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE);
        return type == JoiningType.DUAL_JOINING
                || type == JoiningType.LEFT_JOINING
                || (type == JoiningType.TRANSPARENT && Visible.isMark(point));
    }

    private static boolean joinsWhatPrecedes(int point) {
        int type = UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE);
        return type == JoiningType.DUAL_JOINING || type == JoiningType.RIGHT_JOINING;
    }

    private static boolean hasVariations(int point) {
        if (point == NOTHING || Visible.isBlank(point)) {
            return false;
        }
        int script = UScript.getScript(point);
        return UCharacter.hasBinaryProperty(point, UProperty.EMOJI)
                || script == UScript.HAN
                || script == UScript.MONGOLIAN
                || script == UScript.MYANMAR
                || script == UScript.PHAGS_PA;
    }

    private static boolean isHeapOfMarks(String text) {
        int marks = 0;
        int before = NOTHING;
        for (int point :
                Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
            int type = Character.getType(point);
            boolean stacked = (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                    && !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            marks = stacked ? marks + 1 : 0;
            if (marks > MAX_MARKS || (stacked && point == before)) {
                return true;
            }
            before = point;
        }
        return false;
    }
}
