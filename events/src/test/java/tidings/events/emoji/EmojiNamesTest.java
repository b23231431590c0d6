package tidings.events.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emoji by their names between colons. */
class EmojiNamesTest {

    @ParameterizedTest
    @CsvSource({
        ":+1:, 👍",
        ":thumbsup:, 👍",
        ":heart:, ❤️",
        ":wave::skin-tone-2:, 👋🏻",
        ":wave::skin-tone-6:, 👋🏿",
        ":astronaut::skin-tone-4:, 🧑🏽‍🚀",
        ":male-detective::skin-tone-3:, 🕵🏼‍♂️",
        ":woman-heart-man::skin-tone-5:, 👩🏾‍❤️‍👨🏾",
        ":couple::skin-tone-3:, 👫🏼",
        ":tada::skin-tone-3:, 🎉",
        ":simple_smile:, 🙂",
        ":flag-de:, 🇩🇪",
        ":de:, 🇩🇪",
        ":one:, 1️⃣",
    })
    void knowsNames(String name, String emoji) {
        assertThat(Emoji.canonical(name)).contains(emoji);
    }

    @Test
    void keepsCustomEmoji() {
        assertThat(Emoji.canonical(":shipit:")).contains(":shipit:");
        assertThat(Emoji.isCustom(":shipit:")).isTrue();
        assertThat(Emoji.isCustom("👍")).isFalse();
        assertThat(Emoji.canonical(":" + "x".repeat(63) + ":")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "so :tada: it is, so 🎉 it is",
        ":+1::skin-tone-3:!, 👍🏼!",
        ":wave::wave:, 👋👋",
        "at 10:100:20, at 10:100:20",
        ":unknown: stays, :unknown: stays",
        "see https://x.example:80/a:b, see https://x.example:80/a:b",
    })
    void replacesNamesInText(String text, String replaced) {
        assertThat(Emoji.replaceNames(text)).isEqualTo(replaced);
    }

    @Test
    void namesEmoji() {
        assertThat(Emoji.namesOf("👍🏽")).startsWith("+1", "thumbsup");
    }
}
