package tidings.tools.slack;

import tidings.events.emoji.Emoji;

/** Slack's names of emoji as characters. A workspace's own emoji have no character and stay {@code :name:}. */
public final class EmojiNames {

    private static final String TONE = "::skin-tone-";

    private EmojiNames() {}

    /** The emoji of a name without colons, such as {@code +1} or {@code clap::skin-tone-3}. */
    public static String render(String name) {
        int tone = name.indexOf(TONE);
        return Emoji.named(name).orElseGet(() -> ":" + (tone < 0 ? name : name.substring(0, tone)) + ":");
    }
}
