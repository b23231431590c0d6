package tidings.events.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @CsvSource({
        "2764, 2764 FE0F",
        "2764 FE0F, 2764 FE0F",
        "2764 FE0E, 2764 FE0F",
        "2705 FE0F, 2705",
        "31 20E3, 31 FE0F 20E3",
        "23 FE0F 20E3, 23 FE0F 20E3",
        "A9, A9 FE0F",
        "1F44D 1F3FD, 1F44D 1F3FD",
        "1F44D FE0F 1F3FD, 1F44D 1F3FD",
        "261D 1F3FF, 261D 1F3FF",
        "1F3F3 200D 1F308, 1F3F3 FE0F 200D 1F308",
        "1F3F4 200D 2620, 1F3F4 200D 2620 FE0F",
        "1F469 200D 2764 200D 1F468, 1F469 200D 2764 FE0F 200D 1F468",
        "1F469 1F3FB 200D 2764 200D 1F48B 200D 1F468 1F3FF, 1F469 1F3FB 200D 2764 FE0F 200D 1F48B 200D 1F468 1F3FF",
        "1F575 200D 2642, 1F575 FE0F 200D 2642 FE0F",
        "1F1E9 1F1EA, 1F1E9 1F1EA",
        "1F3F4 E0067 E0062 E0073 E0063 E0074 E007F, 1F3F4 E0067 E0062 E0073 E0063 E0074 E007F",
    })
    void spellsOneEmojiInOneWay(String spelling, String canonical) {
        assertThat(Emoji.canonical(text(spelling))).contains(text(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "#",
                "word",
                "👍👍",
                "👍 ",
                "👍x",
                "\uFE0F",
                "\u200D",
                "❤\u200D",
                "👨\u200D👨",
                "🇩",
                "🇽🇽",
                "🇩🇪🇫🇷",
                "👀🏽",
                "👍🏽🏽",
                "\u20E3",
                "a\uFE0F\u20E3",
                "🏴\uDB40\uDC67\uDB40\uDC7F",
                ":)",
                "::",
                ":a b:",
                ":thumbsup",
                "<script>",
                "😀\u0301",
                "\uD83D"
            })
    void refusesWhatIsNotOneEmoji(String text) {
        assertThat(Emoji.canonical(text)).isEmpty();
        assertThat(Emoji.canonicalOrSame(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("tidings.events.emoji.Emoji#all")
    void isCanonicalAsItIsAndFoundWithoutSelectors(String emoji) {
        assertThat(Emoji.canonical(emoji)).contains(emoji);
        assertThat(Emoji.canonical(EmojiTable.withoutSelectors(emoji))).contains(emoji);
        assertThat(emoji.length()).isLessThanOrEqualTo(Emoji.MAX_LENGTH);
    }

    @Test
    void tellsAllEmojiApart() {
        Map<String, String> seen = new HashMap<>();
        Emoji.all()
                .forEach(emoji -> assertThat(seen.put(EmojiTable.withoutSelectors(emoji), emoji))
                        .isNull());
        assertThat(seen).hasSizeGreaterThan(3_900);
    }

    @ParameterizedTest
    @CsvSource({"👍🏽, 👍", "🧑🏽‍🚀, 🧑‍🚀", "☝🏿, ☝️", "👩🏾‍❤️‍👨🏾, 👩‍❤️‍👨", "🏽, 🏽", "❤️, ❤️"})
    void takesSkinTonesAway(String emoji, String plain) {
        assertThat(Emoji.withoutTone(emoji)).isEqualTo(plain);
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String point : codePoints.split(" ")) {
            text.appendCodePoint(Integer.parseInt(point, 16));
        }
        return text.toString();
    }
}
