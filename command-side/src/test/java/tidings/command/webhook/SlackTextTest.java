package tidings.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "build ok ~ build ok",
                "see <https://ci.example/7|build 7> ~ see https://ci.example/7 (build 7)",
                "see <https://ci.example/7> ~ see https://ci.example/7",
                "<https://ci.example|ci.example> ~ https://ci.example",
                "<mailto:ada@example.org|ada@example.org> ~ ada@example.org",
                "a &lt; b &amp; c ~ a < b & c",
                "&amp;lt; ~ &lt;",
                "<!here> down ~ @here down",
                "<!channel|channel> ~ @channel",
                "<@U1|ada> in <#C1|general> ~ @ada in #general",
                "<@U1> ~ @U1",
                "<!date^1392734382^{date}|in 2014> ~ in 2014",
                "<!subteam^S1|@ops> look ~ @ops look",
                "<!subteam^S1|ops &amp; co> ~ ops & co",
                "<!subteam^S1> ~ @S1",
                "<!subteam^S1|@here> ~ \\@here",
                "<!everyone> ~ @everyone",
                "<!unheard|of> ~ of",
                "<script>alert(1)</script> ~ <script>alert(1)</script>",
                "1 < 2 > 0 ~ 1 < 2 > 0",
                "*bold* _it_ `code` ~ *bold* _it_ `code`",
                "<https://x.example/?a=1&amp;b=2> ~ https://x.example/?a=1&b=2"
            })
    void readsSlacksEscapes(String text, String markdown) {
        assertThat(SlackText.toMarkdown(text)).isEqualTo(markdown);
    }
}
