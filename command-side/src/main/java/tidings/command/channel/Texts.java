package tidings.command.channel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import tidings.command.channel.markdown.ShownText;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.text.Bidi;
import tidings.command.text.LineBreaks;
import tidings.command.text.PersonName;
import tidings.command.text.Visible;
import tidings.events.emoji.Emoji;

/**
 * What text in a channel may look like: Unicode NFC, bounded in code points, line feeds as its only line breaks, no other
 * control characters, something to see in it, and no direction of writing left open behind a line.
 */
final class Texts {

    static final int MAX_BODY = 4_000;
    static final int MAX_IMPORTED_BODY = 16_384;
    static final int MAX_NAME = 80;
    static final int MAX_TOPIC = 250;
    static final int MAX_DESCRIPTION = 1_000;
    static final int MAX_SOURCE = 32;

    private Texts() {}

    /** A message's body: it shows something once it is rendered; line feeds and tabs are its only control characters. */
    static String body(String text) {
        return withoutControls(shown(lines(text, MAX_BODY, "body"), "body"));
    }

    /** The body of a message of another system, which may be empty and longer than one that is written here. */
    static String importedBody(String text) {
        return withoutControls(lines(text, MAX_IMPORTED_BODY, "body"));
    }

    /** A channel's name: letters and digits of any script in lower case, {@code -}, {@code _} and {@code .}. */
    static String channelName(String text) {
        String name = visible(normal(text, MAX_NAME, "channel name"), "channel name");
        boolean legal = name.codePoints().allMatch(Characters::isNamePart)
                && PersonName.isSound(name)
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
        return withoutControls(shown(lines(text, MAX_DESCRIPTION, "description"), "description"));
    }

    /** The canonical spelling of an emoji: see {@link Emoji#canonical}. */
    static String emoji(String text) {
        return Emoji.canonical(text).orElseThrow(() -> badFrame("that is not one emoji"));
    }

    /** As {@link #emoji}, but what was an emoji before stays as it is, so that it can be taken back. */
    static String emojiOfOld(String text) {
        return Emoji.canonicalOrSame(line(text, Emoji.MAX_LENGTH, "emoji"));
    }

    static String source(String text) {
        return line(text, MAX_SOURCE, "source");
    }

    static <T> List<T> boundedCopy(List<T> list, int max, String what) {
        if (list.size() > max) {
            throw new CommandRefusedException(RejectionCode.TOO_LARGE, "at most " + max + " " + what);
        }
        return List.copyOf(list);
    }

    private static String line(String text, int max, String what) {
        String line = visible(closed(normal(text, max, what), max, what), what);
        if (line.codePoints().anyMatch(Characters::isControl)) {
            throw badFrame("no control characters and line breaks in " + what);
        }
        return line;
    }

    private static String withoutControls(String body) {
        if (Characters.hasControl(body)) {
            throw badFrame("no control characters but line feeds and tabs");
        }
        return body;
    }

    private static String visible(String text, String what) {
        if (!Visible.isIn(text)) {
            throw badFrame("the " + what + " shows nothing");
        }
        return text;
    }

    private static String shown(String markdown, String what) {
        if (!ShownText.isAnythingIn(markdown)) {
            throw badFrame("the " + what + " shows nothing");
        }
        return markdown;
    }

    private static String lines(String text, int max, String what) {
        if (text.length() > 4 * max) {
            throw tooLong(max, what);
        }
        return closed(normal(LineBreaks.asLineFeeds(text), max, what), max, what);
    }

    private static String closed(String text, int max, String what) {
        String closed = Bidi.closed(text);
        if (closed.codePointCount(0, closed.length()) > max) {
            throw tooLong(max, what);
        }
        return closed;
    }

    private static String normal(String text, int max, String what) {
        if (text.length() > 4 * max) {
            throw tooLong(max, what);
        }
        if (Characters.hasLoneSurrogate(text)) {
            throw badFrame("the " + what + " is not valid Unicode");
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.codePointCount(0, normal.length()) > max) {
            throw tooLong(max, what);
        }
        return normal;
    }

    private static CommandRefusedException badFrame(String message) {
        return new CommandRefusedException(RejectionCode.BAD_FRAME, message);
    }

    private static CommandRefusedException tooLong(int max, String what) {
        return new CommandRefusedException(
                RejectionCode.TOO_LARGE, "the " + what + " has at most " + max + " characters");
    }
}
