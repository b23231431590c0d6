package tidings.command.channel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;

/** What text in a channel may look like: Unicode NFC, bounded in code points, no control characters. */
final class Texts {

    static final int MAX_BODY = 4_000;
    static final int MAX_IMPORTED_BODY = 16_384;
    static final int MAX_NAME = 80;
    static final int MAX_TOPIC = 250;
    static final int MAX_DESCRIPTION = 1_000;
    static final int MAX_EMOJI = 32;
    static final int MAX_SOURCE = 32;

    private Texts() {}

    /** A message's body: not blank; line feeds and tabs are its only control characters. */
    static String body(String text) {
        return withoutControls(bounded(text, MAX_BODY, "body"));
    }

    /** The body of a message of another system, which may be empty and longer than one that is written here. */
    static String importedBody(String text) {
        return withoutControls(normal(text, MAX_IMPORTED_BODY, "body"));
    }

    /** A channel's name: letters and digits of any script in lower case, {@code -}, {@code _} and {@code .}. */
    static String channelName(String text) {
        String name = bounded(text, MAX_NAME, "channel name");
        boolean legal = name.codePoints().allMatch(Texts::isNamePart)
                && name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.equals(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC));
        if (!legal) {
            throw badFrame("a channel name has lower-case letters, digits, '-', '_' and '.' only");
        }
        return name;
    }

    static String topic(String text) {
        return line(text, MAX_TOPIC, "topic");
    }

    /** What a channel is for: as a body, but shorter. */
    static String description(String text) {
        return withoutControls(bounded(text, MAX_DESCRIPTION, "description"));
    }

    static String emoji(String text) {
        return line(text, MAX_EMOJI, "emoji");
    }

    static String source(String text) {
        return line(text, MAX_SOURCE, "source");
    }

    static <T> List<T> boundedCopy(List<T> list, int max, String what) {
        if (list.size() > max) {
            throw new CommandRefused(RejectionCode.TOO_LARGE, "at most " + max + " " + what);
        }
        return List.copyOf(list);
    }

    private static String line(String text, int max, String what) {
        String line = bounded(text, max, what);
        if (line.codePoints().anyMatch(Texts::isControl)) {
            throw badFrame("no control characters in " + what);
        }
        return line;
    }

    private static String withoutControls(String body) {
        if (body.codePoints().anyMatch(c -> isControl(c) && c != '\n' && c != '\t')) {
            throw badFrame("no control characters but line feeds and tabs");
        }
        return body;
    }

    private static String bounded(String text, int max, String what) {
        String normal = normal(text, max, what);
        if (normal.isBlank()) {
            throw badFrame("the " + what + " is empty");
        }
        return normal;
    }

    private static String normal(String text, int max, String what) {
        if (text.length() > 4 * max) {
            throw tooLong(max, what);
        }
        if (hasLoneSurrogate(text)) {
            throw badFrame("the " + what + " is not valid Unicode");
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.codePointCount(0, normal.length()) > max) {
            throw tooLong(max, what);
        }
        return normal;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL;
    }

    private static CommandRefused badFrame(String message) {
        return new CommandRefused(RejectionCode.BAD_FRAME, message);
    }

    private static CommandRefused tooLong(int max, String what) {
        return new CommandRefused(RejectionCode.TOO_LARGE, "the " + what + " has at most " + max + " characters");
    }
}
