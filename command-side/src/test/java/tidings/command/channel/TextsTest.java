package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.command.dispatch.CommandRefusedException;

/** Bodies, topics and names of channels. */
class TextsTest {

    private static final List<String> SHOWS_NOTHING = List.of(
            "",
            " ",
            "\n",
            " \u00a0\n\t",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u115f",
            "\u1160",
            "\u3164",
            "\uffa0",
            "\u2800",
            "\u180e",
            "\u180b",
            "\u200f",
            "\u061c",
            "\u202e",
            "\u2066\u2069",
            "\ufe0f",
            "\ufe0e",
            "\u034f",
            "\u17b4",
            "\u2062",
            "\ufff9\ufffb",
            "\udb40\udc20",
            "\udb40\udd00",
            "\ud834\udd73",
            "\u3000",
            "\u2003",
            "\u2028",
            "\r\n",
            "\u0085",
            "\u0301",
            "\u20e3",
            "\u3164 \u200b\n\u2800\u0301",
            "\uffff",
            "\ufdd0",
            "\ud83f\udffe",
            "\u0378",
            "\ud8c0\udc00",
            "\u303f",
            "\ufffc",
            "\ud80d\udc30",
            "\ud80d\udc41",
            "\ud80d\udc42",
            "\ud834\udd59",
            "\ud82f\udca0");

    private static final List<String> IS_RENDERED_AS_NOTHING = List.of(
            "&#8203;",
            "&nbsp;&#x200B; &ZeroWidthSpace;",
            "&#x13441;",
            "**\u200b**",
            "_\u2060_",
            "~~\u200b~~",
            "`\u200b`",
            "``  ``",
            "[](x)",
            "[](https://example.org)",
            "[\u200b](https://example.org \"title\")",
            "[**&#8203;**](<>)",
            "![](x)",
            "![\u3164](x)",
            "[![](x)](https://example.org)",
            "<!-- -->",
            "<!-- @ada -->\n<!---->",
            "> <!-- x -->",
            ">",
            "> >\n>",
            "#",
            "## &#8203; ##",
            "-",
            "* \n+ ",
            "> - #",
            "- \u200b",
            "```\n```",
            "~~~ java\n\n~~~",
            "```",
            "> ```\n> \u2800\n> ```",
            "| |\n|-|\n| &#8203; |",
            "\\\n\u200b");

    @ParameterizedTest
    @FieldSource("SHOWS_NOTHING")
    void refusesTextThatShowsNothing(String text) {
        assertThatThrownBy(() -> Texts.body(text)).isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> Texts.topic(text)).isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> Texts.description(text)).isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> Texts.channelName(text)).isInstanceOf(CommandRefusedException.class);
    }

    @ParameterizedTest
    @FieldSource("IS_RENDERED_AS_NOTHING")
    void refusesMarkdownThatIsRenderedAsNothing(String text) {
        assertThatThrownBy(() -> Texts.body(text)).isInstanceOf(CommandRefusedException.class);
        assertThatThrownBy(() -> Texts.description(text)).isInstanceOf(CommandRefusedException.class);
        assertThat(Texts.importedBody(text)).as("what was there is kept").isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.",
                "- 2)",
                "---",
                "> -- \n> a",
                "* * *",
                "**a**",
                "~~a~~",
                "~",
                "`a`",
                "    a",
                "```\na",
                "<b>",
                "<https://example.org>",
                "-https://example.org",
                "<!--",
                "`<!-- -->`",
                "![](https://example.org/a.png)",
                "![a](x)",
                "[a](x)",
                "[a]: x",
                "\\@",
                "\\*\\*",
                "&amp;",
                "&notaword;",
                "[ ]",
                "- [ ] a",
                "| a |\n|---|"
            })
    void keepsMarkdownThatIsRenderedAsSomething(String text) {
        assertThat(Texts.body(text)).isEqualTo(text);
    }

    @Test
    void looksForTheEndOfACommentOnce() {
        assertThat(Texts.body("-" + "<!--".repeat(999))).hasSize(3_997);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "a",
                "❤",
                "\u200ba",
                "a\u0301",
                "어",
                "क्ष",
                "👩‍🚀",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "\u0600",
                "می‌خواهم",
                "|",
                "\ud83e\udef5",
                "\ud83d\udedf",
                "\ue000",
                "\ufffd",
                "𝒳"
            })
    void keepsTextThatShowsSomething(String text) {
        assertThat(Texts.body(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "a\nb"})
    void writesEveryLineBreakAsALineFeed(String text) {
        assertThat(Texts.body(text)).isEqualTo("a\nb");
        assertThat(Texts.importedBody(text)).isEqualTo("a\nb");
        assertThat(Texts.description(text)).isEqualTo("a\nb");
        assertThatThrownBy(() -> Texts.topic(text)).isInstanceOf(CommandRefusedException.class);
    }

    @Test
    void countsALineBreakOnce() {
        assertThat(Texts.body("\r\n".repeat(3_999) + "x")).hasSize(4_000);
        assertThat(Texts.body("a\r\n\r\nb\r\r")).isEqualTo("a\n\nb\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a\u202eb, a\u202eb\u202c",
        "a\u2067b, a\u2067b\u2069",
        "a\u2067b\u202ec, a\u2067b\u202ec\u202c\u2069",
        "a\u2067b\u2069, a\u2067b\u2069",
        "a\u202ab\u202cc, a\u202ab\u202cc",
        "a\u2067b\u202ec\u2069d, a\u2067b\u202ec\u2069d",
        "a\u202c\u2069b, a\u202c\u2069b",
        "a\u202e\u2067b\u202c, a\u202e\u2067b\u202c\u2069\u202c",
    })
    void closesWhatTurnsTextAround(String text, String closed) {
        assertThat(Texts.body(text)).isEqualTo(closed);
        assertThat(Texts.topic(text)).isEqualTo(closed);
    }

    @Test
    void closesItOnEachLine() {
        assertThat(Texts.body("a\u202eb\nc")).isEqualTo("a\u202eb\u202c\nc");
        assertThat(Texts.body("a\u202eb\r\nc\u2068")).isEqualTo("a\u202eb\u202c\nc\u2068\u2069");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen\u034f",
                "gen\ufe0f",
                "gen\ufe00",
                "gen\u200d",
                "gen\u200b",
                "gen\u202e",
                "gen\u180b",
                "gen\u3164",
                "gen\uffa0",
                "gen\u115f",
                "gen\u2800",
                "gen\u00ad",
                "gen\u2060",
                "Gen",
                "a b",
                "a/b",
                "-",
                "..",
                "\u0301a\u0301\u0301",
                "a\u0301\u0302\u0303\u0304\u0305\u0306"
            })
    void refusesNamesOfChannelsThatHideSomething(String name) {
        assertThatThrownBy(() -> Texts.channelName(name)).isInstanceOf(CommandRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "内緒",
                "öffentlich-x",
                "общий",
                "일반",
                "いろいろ",
                "カフェ",
                "γενικά",
                "עברית",
                "عام",
                "सामान्य",
                "ทั่วไป",
                "tiếng-việt",
                "a.b_c-1"
            })
    void acceptsNamesOfChannelsInEveryScript(String name) {
        assertThat(Texts.channelName(name)).isEqualTo(name);
    }
}
