package tidings.command.channel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names a body calls. */
class MentionedNamesTest {

    private static final List<String> NAMES_ADA = List.of(
            "交给@ada处理",
            "これは@adaさんにお願い",
            "확인은@ada님이 합니다",
            "กรุณาถาม@adaด้วย",
            "សូមសួរ@ada",
            "ຖາມ@ada",
            "မေးပါ@ada",
            "サーバー@ada",
            "你好，@ada！",
            "（@ada）",
            "你好　@ada　再见",
            "你好＠ada",
            "**@ada**",
            "*@ada*",
            "_@ada_",
            "__@ada__",
            "~~@ada~~",
            "***@ada***",
            "\"@ada\"",
            "“@ada”",
            "«@ada»",
            "[@ada]",
            "[later]: @ada",
            "[@ada]\n\n[@ada]: https://x.example",
            "[^1]: @ada",
            "> [a]: @ada",
            "[x]: http://a.example \"@ada\"",
            "(@ada:)",
            "cc:@ada",
            "thanks…@ada",
            "well...@ada",
            "-@ada",
            "—@ada",
            "a/@ada",
            "+@ada",
            "> @ada",
            "| @ada |",
            "- [ ] @ada",
            "1. @ada",
            "# @ada",
            "👋@ada",
            "@ada👋",
            "1️⃣@ada",
            "@ada's",
            "@ada’s",
            "@ada, hi",
            "@ada: hi",
            "@ada; hi",
            "@ada?!",
            "@ADA",
            "hi\n@ada",
            "hi\t@ada",
            "@ada/@ada",
            "*see* @ada*",
            "<b>@ada</b>",
            "<@ada>",
            "=@ada",
            "$@ada",
            "a | b\n:- | :-\n`|` @ada | `",
            "`a` @ada `b`",
            "5` wide, @ada, 6`` high",
            "\\`@ada\\`",
            "```\ncode\n```\n@ada",
            "type ``` first, @ada",
            "> ```\n> code\n\n@ada",
            "[a](b) @ada",
            "[x]: https://x.example\n\n@ada",
            "https://x.example @ada",
            "@ada…",
            "@ada、",
            "@ada_",
            "@ada-",
            "@ada__",
            "e.g. @ada");

    private static final List<String> NAMES_NOBODY = List.of(
            "me@ada",
            "josé@ada.example",
            "почта@ada.example",
            "δ@ada",
            "a_@ada",
            "1@ada",
            "e\u0301@ada",
            "@adaé",
            "@adaи",
            "@@ada",
            "@ada@social.example",
            "@ada:matrix.example",
            "https://video.example/@ada",
            "HTTPS://video.example/@ada",
            "https://x.example/?bar=@ada",
            "https://x.example/a?u=1&v=@ada",
            "https://x.example/#@ada",
            "https://x.example/a,@ada",
            "https://x.example/(@ada)",
            "https://x.example/_@ada_",
            "https://x.example/*@ada*",
            "ftp://x.example/@ada",
            "video.example/@ada",
            "see (video.example:8080/a/@ada)",
            "[profile](https://x.example/?u=@ada)",
            "[@ada](https://x.example)",
            "[a *@ada* b](https://x.example)",
            "![@ada](https://x.example/a.png)",
            "[a][b]\n\n[b]: https://x.example/@ada",
            "<https://x.example/?u=@ada>",
            "<mailto:@ada>",
            "<a@ada.example>",
            "www.x.example/?u=@ada",
            "mailto:@ada",
            "xmpp:@ada",
            "npm i @ada/core",
            "git@ada.example:repo",
            "`@ada`",
            "``a ` @ada``",
            "`one\n@ada`",
            "```\n@ada\n```",
            "```js\n@ada",
            "~~~\n@ada\n~~~",
            "````\n```\n@ada\n````",
            "> ```\n> @ada\n> ```",
            "- ```\n  @ada\n  ```",
            "text\n\n    @ada\n",
            "\t@ada",
            "1. a\n\n       @ada",
            "\\@ada",
            "a | b\n:- | :-\n`@ada` | x",
            "@",
            "@ ada",
            "@.ada");

    private static final List<String> HOSTILE = List.of(
            "> ",
            "- ",
            "* - + ",
            "1. ",
            "[",
            "![",
            "`",
            "<",
            "<a ",
            "*a ",
            "**a *b ",
            "*_",
            "~~a ~b ",
            "[a](",
            "[a][",
            "[x](<b ",
            "[a](b \"",
            "|",
            "|\n|-\n",
            "a|b\n",
            "- a\n  ",
            "\t",
            "&#",
            "\\",
            "\\@",
            "[a]: b\n",
            "<!--",
            "]",
            "/@a",
            "a/@a ",
            "@a.",
            "@a@a",
            "_@a",
            "www.",
            "://",
            "a://",
            "x:",
            "@x`",
            "http://a(",
            "``` \n",
            "@a-",
            "@a.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hi @ada                | ada",
                "@ada, @Bob and @ADA    | ada bob",
                "(@ada) \"@bob\" @ada's | ada bob",
                "日本語@ada             | ada",
                "、@ada！               | ada",
                "mail ada@example.com   | ''",
                "@ada@example.com       | ''",
                "path/@ada              | ada",
                "@-ada @_ @ @@ada       | ''",
                "`@ada` and @bob        | bob",
                "'```\n@ada\n``` @bob'  | ''",
                "'```\n@ada @bob'       | ''",
                "a ` b @ada             | ada"
            })
    void findsNamesInText(String body, String names) {
        MentionedNames found = MentionedNames.in(body);
        assertThat(found.people().stream().map(List::getFirst).collect(Collectors.joining(" ")))
                .isEqualTo(names);
        assertThat(found.channel() || found.here()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("NAMES_ADA")
    void findsANameBesideAnything(String body) {
        assertThat(MentionedNames.in(body).people())
                .singleElement()
                .satisfies(readings -> assertThat(readings).last().isEqualTo("ada"));
    }

    @ParameterizedTest
    @FieldSource("NAMES_NOBODY")
    void findsNoNameInCodeAddressesAndLinks(String body) {
        assertThat(MentionedNames.in(body).people()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"`@here`", "https://x.example/@channel", "me@here", "\\@here", "    @channel", "@heré"})
    void callsNobodyWhereNoNameIsCalled(String body) {
        assertThat(MentionedNames.in(body).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"**@here**", "大家@here看", "@Here!", "(@here)", "＠here", "@here."})
    void callsWhoIsHereBesideAnything(String body) {
        assertThat(MentionedNames.in(body).here()).isTrue();
    }

    @Test
    void findsTwoNamesThatStandTogether() {
        assertThat(MentionedNames.in("@ada@bob").people()).containsExactly(List.of("ada"), List.of("bob"));
        assertThat(MentionedNames.in("交给@ada和@bob").people()).containsExactly(List.of("ada"), List.of("bob"));
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void readsHostileTextWithoutRunningDeep(String part) throws InterruptedException {
        String body = part.repeat(3_996 / part.length()) + "@ada";
        List<MentionedNames> found = new CopyOnWriteArrayList<>();
        Thread small = new Thread(null, () -> found.add(MentionedNames.in(body)), "small stack", 256 * 1024);
        small.start();
        small.join();
        assertThat(found).hasSize(1);
    }

    @Test
    void readsADotAtTheEndBothWays() {
        assertThat(MentionedNames.in("ask @ada.").people()).containsExactly(List.of("ada.", "ada"));
        assertThat(MentionedNames.in("ask @a.d-a_").people()).containsExactly(List.of("a.d-a_", "a.d-a"));
        assertThat(MentionedNames.in("ask @a_...").people()).containsExactly(List.of("a_...", "a_", "a"));
    }

    @Test
    void findsNoNameLongerThanNamesAre() {
        assertThat(MentionedNames.in("@" + "x".repeat(40)).people()).hasSize(1);
        assertThat(MentionedNames.in("@" + "x".repeat(41)).people()).isEmpty();
    }

    @Test
    void findsFiftyNamesAtMost() {
        String body = IntStream.range(0, 400).mapToObj(i -> "@u" + i).collect(Collectors.joining(" "));
        assertThat(MentionedNames.in(body).people()).hasSize(50);
    }

    @Test
    void takesNoTimeOverTextThatIsMadeToTakeIt() {
        for (String part : List.of("@", "`", "```", "@a", "@a.", "``@", "a@", "@-")) {
            assertThat(MentionedNames.in(part.repeat(4_000 / part.length()))).isNotNull();
        }
    }
}
