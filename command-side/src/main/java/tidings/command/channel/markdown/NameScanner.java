package tidings.command.channel.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names behind an at sign, be it full width, in plain text. A letter before the sign makes an e-mail address of it,
 * unless its script puts no spaces between words; neither a handle of another server ({@code @ada@example.org},
 * {@code @ada:example.org}), nor a package ({@code @ada/core}), nor the path of an address is a name.
 */
final class NameScanner {

    static final char WIDE_AT = '\uFF20';

    private static final int LONGEST_LOOK_BACK = 256;
    private static final int KEYCAP = 0x20E3;
    private static final Pattern NAME = Pattern.compile("[@\uFF20]([A-Za-z0-9][A-Za-z0-9._-]{0,39}+)");
    private static final Pattern ELSEWHERE =
            Pattern.compile("[@:](?:[A-Za-z0-9-]++\\.)++[A-Za-z0-9-]++|/[\\p{L}\\p{N}].*+", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("\\p{Punct}*+(?:[A-Za-z0-9-]++\\.)++[A-Za-z0-9-]++(?::[0-9]++)?+/.*+");

    private NameScanner() {}

    /** Adds the names in lower case. */
    static void addNamesOf(String text, Set<String> names) {
        Matcher found = NAME.matcher(text);
        int after = -1;
        while (found.find()) {
            boolean begins = found.start() == after || mayBegin(text, found.start());
            if (begins && mayEnd(text, found.end())) {
                names.add(found.group(1).toLowerCase(Locale.ROOT));
                after = found.end();
            }
        }
    }

    private static boolean mayBegin(String text, int at) {
        int end = at;
        int before = end == 0 ? ' ' : text.codePointBefore(end);
        if (before == '@' || before == WIDE_AT) {
            return false;
        }
        if (before == '/') {
            return !isPathOfAddress(text, at);
        }
        while (before == '_' || (isMark(before) && before != KEYCAP)) {
            end -= Character.charCount(before);
            before = end == 0 ? ' ' : text.codePointBefore(end);
        }
        return !isLetterBetweenSpaces(before);
    }

    private static boolean isPathOfAddress(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOOK_BACK && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return HOST.matcher(text).region(start, at).matches();
    }

    private static boolean mayEnd(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        int next = text.codePointAt(end);
        if (isLetterBetweenSpaces(next) || (isMark(next) && !isSelector(next))) {
            return false;
        }
        return !ELSEWHERE.matcher(text).region(end, text.length()).lookingAt();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSelector(int point) {
        return point >= 0xFE00 && point <= 0xFE0F;
    }

    /** Whether a character is part of a word in a script that parts words by spaces. */
    private static boolean isLetterBetweenSpaces(int point) {
        return Character.isLetterOrDigit(point)
                && switch (Character.UnicodeScript.of(point)) {
                    case HAN,
                            HIRAGANA,
                            KATAKANA,
                            BOPOMOFO,
                            HANGUL,
                            THAI,
                            LAO,
                            KHMER,
                            MYANMAR,
                            TIBETAN,
                            YI,
                            JAVANESE,
                            BALINESE,
                            SUNDANESE,
                            TAI_LE,
                            NEW_TAI_LUE,
                            TAI_THAM,
                            TAI_VIET,
                            CHAM,
                            LISU,
                            AHOM,
                            NUSHU,
                            TANGUT -> false;
                    default -> point != 0x30FC && point != 0xFF70; // the sound mark of Japanese is of no script
                };
    }
}
