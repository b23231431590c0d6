package tidings.command.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;

/**
 * What a name on one line consists of, so that it looks like what it is: no control or bidi character, no character that
 * shows nothing but where writing needs it (joiners, variation selectors, direction marks and emoji tags), and at most
 * four marks on a letter, none of them twice in a row (Unicode Technical Standard 39, 5.4).
 */
public final class PersonName {

    private static final int MAX_MARKS = 4;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
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
            return joins(before) && joins(after);
        }
        if (UCharacter.hasBinaryProperty(point, UProperty.VARIATION_SELECTOR)) {
            return hasVariations(before) && (before >= 0x80 || after == KEYCAP);
        }
        if (point == 0x200E || point == 0x200F || point == 0x061C) {
            return before != NOTHING && after != NOTHING && !Visible.isInvisible(before) && !Visible.isInvisible(after);
        }
        return point >= 0xE0020
                && point <= 0xE007F
                && (before == BLACK_FLAG || (before >= 0xE0020 && before < 0xE007F));
    }

    private static boolean joins(int point) {
        boolean selector = UCharacter.hasBinaryProperty(point, UProperty.VARIATION_SELECTOR);
        return point >= 0x80 && (selector || !Visible.isBlank(point)) && UScript.getScript(point) != UScript.LATIN;
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
