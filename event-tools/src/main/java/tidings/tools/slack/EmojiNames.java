package tidings.tools.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/**
 * Slack's names of emoji as characters. A workspace's own emoji have no character and stay {@code :name:}. Skin tones are
 * put on by hand, as the Fitzpatrick modifiers U+1F3FB and following (Unicode Technical Standard 51).
 */
public final class EmojiNames {

    private static final Pattern TONED = Pattern.compile("(.+)::skin-tone-([2-6])");
    private static final int LIGHTEST_TONE = 0x1F3FB;
    private static final int LIGHTEST_TONE_IN_SLACK = 2;

    private EmojiNames() {}

    /** The emoji of a name without colons, such as {@code +1} or {@code clap::skin-tone-3}. */
    public static String render(String name) {
        Matcher toned = TONED.matcher(name);
        String base = toned.matches() ? toned.group(1) : name;
        String tone = toned.matches()
                ? Character.toString(LIGHTEST_TONE + Integer.parseInt(toned.group(2)) - LIGHTEST_TONE_IN_SLACK)
                : "";
        if (base.equals("simple_smile")) {
            return "🙂"; // Slack's own until 2017, then renamed
        }
        return EmojiManager.getBySlackAlias(":" + base + ":")
                .map(Emoji::getEmoji)
                .map(emoji -> emoji + tone)
                .orElse(":" + base + ":");
    }
}
