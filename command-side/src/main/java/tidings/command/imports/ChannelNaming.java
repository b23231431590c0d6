package tidings.command.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import tidings.command.text.PersonName;

/** The channel name that is nearest to a name of another system: lower case, and what does not fit becomes a hyphen. */
final class ChannelNaming {

    private static final int MAX_LENGTH = 80;
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}._-]+");
    private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{Nd}]");
    private static final String NAMELESS = "channel";

    private ChannelNaming() {}

    static String nearestTo(String name) {
        String lower = PersonName.nearestTo(name).toLowerCase(Locale.ROOT);
        String fitting = FOREIGN.matcher(Normalizer.normalize(lower, Normalizer.Form.NFC))
                .replaceAll("-");
        String bounded = PersonName.nearestTo(bounded(fitting, MAX_LENGTH));
        return HAS_WORD.matcher(bounded).find() ? bounded : NAMELESS;
    }

    /** The name for the nth channel that would have it. */
    static String numbered(String name, int number) {
        String suffix = "-" + number;
        return number == 1 ? name : bounded(name, MAX_LENGTH - suffix.length()) + suffix;
    }

    private static String bounded(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
