package tidings.events.emoji;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Emoji and their names, by one table for commands, views, search, imports and the web client. An emoji is one of those
 * that Unicode recommends for general interchange (Unicode Technical Standard 51, RGI), and its canonical spelling is the
 * fully qualified one: {@code ❤} (U+2764) and {@code ❤️} (U+2764 U+FE0F) are the same emoji. Skin tones make emoji of
 * their own. A custom emoji is a name between colons that the table does not know, such as {@code :shipit:}.
 */
public final class Emoji {

    /** The longest text, in UTF-16 units, that can be an emoji, be it custom. */
    public static final int MAX_LENGTH = 64;

    private static final String NAME_PART = "[\\p{L}\\p{M}\\p{N}_+'&.-]+";
    private static final Pattern NAMED = Pattern.compile(":(" + NAME_PART + "(?:::skin-tone-[2-6])?+):");
    private static final Pattern NAMED_IN_TEXT = Pattern.compile("(?<![\\p{L}\\p{N}])" + NAMED.pattern());
    private static final Pattern CUSTOM = Pattern.compile(":" + NAME_PART + ":");
    private static final Pattern TONED = Pattern.compile("(.+)::skin-tone-([2-6])");
    private static final int LIGHTEST_TONE = 0x1F3FB;
    private static final int LIGHTEST_TONE_BY_NAME = 2;
    private static final int DARKEST_TONE = 0x1F3FF;

    private Emoji() {}

    /**
     * The canonical spelling of what somebody chose: of an emoji in any spelling, of a name between colons
     * ({@code :wave::skin-tone-3:}), or of a custom emoji, which stays as it is.
     *
     * @return empty when the text is none of them, such as a word, two emoji or a flag of no region
     */
    public static Optional<String> canonical(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<String> emoji =
                Optional.ofNullable(EmojiTable.INSTANCE.spellings().get(EmojiTable.withoutSelectors(text)));
        if (emoji.isPresent() || text.charAt(0) != ':') {
            return emoji;
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return Optional.empty();
        }
        return named(named.group(1)).or(() -> Optional.of(text).filter(Emoji::isCustom));
    }

    /** As {@link #canonical}, but a text that is no emoji stays as it is: for what was once accepted. */
    public static String canonicalOrSame(String text) {
        return canonical(text).orElse(text);
    }

    /** Whether this canonical spelling is a name and no character. */
    public static boolean isCustom(String emoji) {
        return CUSTOM.matcher(emoji).matches();
    }

    /** The emoji of a name without colons, such as {@code +1}, {@code tada} or {@code clap::skin-tone-3}. */
    public static Optional<String> named(String name) {
        Matcher toned = TONED.matcher(name);
        if (!toned.matches()) {
            return Optional.ofNullable(EmojiTable.INSTANCE.byName().get(name));
        }
        int tone = LIGHTEST_TONE + Integer.parseInt(toned.group(2)) - LIGHTEST_TONE_BY_NAME;
        return named(toned.group(1)).map(emoji -> toned(emoji, tone));
    }

    /** The names of an emoji in canonical spelling, without colons and skin tones, the preferred one first. */
    public static List<String> namesOf(String emoji) {
        return EmojiTable.INSTANCE.names().getOrDefault(withoutTone(emoji), List.of());
    }

    /** An emoji without its skin tones, in canonical spelling; other texts stay as they are. */
    public static String withoutTone(String emoji) {
        if (emoji.codePoints().noneMatch(Emoji::isTone) || emoji.codePointCount(0, emoji.length()) == 1) {
            return emoji;
        }
        String plain = emoji.codePoints()
                .filter(point -> !isTone(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return EmojiTable.INSTANCE.spellings().getOrDefault(EmojiTable.withoutSelectors(plain), emoji);
    }

    /** A text with the names between colons that the table knows replaced by their emoji; all else stays. */
    public static String replaceNames(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        return NAMED_IN_TEXT
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(named(found.group(1)).orElse(found.group())));
    }

    /** Every emoji, in canonical spelling and Unicode's order. */
    public static Set<String> all() {
        return EmojiTable.INSTANCE.names().keySet();
    }

    /** The emoji in a skin tone: of its first person, or of its first and last; the emoji itself when it comes in none. */
    private static String toned(String emoji, int tone) {
        String plain = EmojiTable.withoutSelectors(emoji);
        int first = Character.charCount(plain.codePointAt(0));
        String one = plain.substring(0, first) + Character.toString(tone) + plain.substring(first);
        return Stream.of(one, one + Character.toString(tone))
                .flatMap(spelling ->
                        Stream.ofNullable(EmojiTable.INSTANCE.spellings().get(spelling)))
                .findFirst()
                .orElse(emoji);
    }

    private static boolean isTone(int point) {
        return point >= LIGHTEST_TONE && point <= DARKEST_TONE;
    }
}
