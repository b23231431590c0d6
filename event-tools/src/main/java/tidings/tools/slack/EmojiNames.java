package tidings.tools.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidings.events.emoji.Emoji;

/** Slack's names of emoji as characters. A workspace's own emoji have no character and stay {@code :name:}. */
public final class EmojiNames {

    /** Slack knows emoji without a space before them, as Japanese has none; but {@code 10:15:30} is a time. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9]):([\\p{L}\\p{M}\\p{N}_+'&.-]+" + "(?:::skin-tone-[2-6])?+):");

    private EmojiNames() {}

    /** The emoji of a name without colons, such as {@code +1} or {@code clap::skin-tone-3}. */
    public static String render(String name) {
        return name.equals("simple_smile")
                ? "🙂" // Slack's own until 2017, then renamed
                : Emoji.named(name).orElse(":" + name + ":");
    }

    /** The text with all names between colons that are known as characters. */
    static String renderIn(String text) {
        return text.indexOf(':') < 0
                ? text
                : IN_TEXT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(render(found.group(1))));
    }
}
