package tidings.tools.slack;

import java.text.Normalizer;

/**
 * Text as Tidings keeps it: line ends are {@code \n}, no other control characters but tabs, no half surrogate pairs,
 * Unicode normalisation form C.
 *
 * @param changed whether anything had to be done
 */
public record CleanText(String text, boolean changed) {

    /** Cleans a text of any origin. */
    public static CleanText of(String text) {
        if (isClean(text)) {
            return new CleanText(text, false);
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            if (isLoneSurrogate(point)) {
                kept.append('\uFFFD');
            } else if (isAllowed(point)) {
                kept.appendCodePoint(point);
            }
        });
        return new CleanText(Normalizer.normalize(kept, Normalizer.Form.NFC), true);
    }

    private static boolean isClean(String text) {
        return text.codePoints().allMatch(point -> isAllowed(point) && !isLoneSurrogate(point))
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static boolean isAllowed(int point) {
        return point == '\n' || point == '\t' || !Character.isISOControl(point);
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
