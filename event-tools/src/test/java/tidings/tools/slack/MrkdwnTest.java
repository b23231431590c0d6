package tidings.tools.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {

    private final Mrkdwn mrkdwn = new Mrkdwn(Map.of("U1", "ada"), Map.of("C1", "general"), Map.of("S3", "ops"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "<@U1> hi → @ada hi",
                "<@U1|ada.old> hi → @ada hi",
                "<@U9|zed> and <@U8> → @zed and @U8",
                "see <#C1|old> or <#C9|other> → see #general or #other",
                "<!channel> <!here|@here> <!everyone> → @channel @here @everyone",
                "<!subteam^S1|@team> <!subteam^S3> <!subteam^S2> → @team @ops @group",
                "<!date^1392734382^{date_short}> → 2014-02-18T14:39:42Z",
                "<https://x.example/a_(b)?q=1&amp;r=2|page> → [page](https://x.example/a_%28b%29?q=1&r=2)",
                "party :tada::+1::skin-tone-3: at 10:30:45 → party 🎉👍🏼 at 10:30:45",
                "すごい:tada: :partyparrot: → すごい🎉 :partyparrot:",
                "`<https://x.example|x> :tada: &lt;` → `https://x.example :tada: <`",
                "<!date^1392734382^{date}|Feb 18> → Feb 18",
                "<https://a.example/?x=1&amp;y=2> → https://a.example/?x=1&y=2",
                "<https://a.example/|the [page]> → [the \\[page\\]](https://a.example/)",
                "<http://a.example|a.example> → http://a.example",
                "<mailto:a@b.example|a@b.example> → a@b.example",
                "a &lt;b&gt; &amp;amp; c → a <b> &amp; c",
                "1 &lt; 2 <https://x.example> → 1 < 2 https://x.example",
                "*bold* _it_ `code` → *bold* _it_ `code`"
            })
    void rendersWhatReadersSaw(String slack, String text) {
        assertThat(mrkdwn.render(slack)).isEqualTo(text);
    }

    @Test
    void leavesBrokenMarkupAsItIs() {
        assertThat(mrkdwn.render("<@U1 <> <\n> &nbsp; <")).isEqualTo("<@U1 <> <\n> &nbsp; <");
    }

    @Test
    void cleansTexts() {
        assertThat(CleanText.of("a\r\nb\rc\td\n")).isEqualTo(new CleanText("a\nb\nc\td\n", true));
        assertThat(CleanText.of("x\u0000\u007f\u0085y\ud83dz")).isEqualTo(new CleanText("xy\ufffdz", true));
        assertThat(CleanText.of("e\u0301")).isEqualTo(new CleanText("\u00e9", true));
        assertThat(CleanText.of("日本語 😀\n")).isEqualTo(new CleanText("日本語 😀\n", false));
    }

    @Test
    void namesEmoji() {
        assertThat(EmojiNames.render("+1")).isEqualTo("👍");
        assertThat(EmojiNames.render("thumbsup")).isEqualTo("👍");
        assertThat(EmojiNames.render("clap::skin-tone-3")).isEqualTo("👏🏼");
        assertThat(EmojiNames.render("simple_smile")).isEqualTo("🙂");
        assertThat(EmojiNames.render("man-facepalming::skin-tone-3")).isEqualTo("🤦🏼‍♂️");
        assertThat(EmojiNames.render("partyparrot")).isEqualTo(":partyparrot:");
    }

    @Test
    void readsTimesToTheMillisecond() {
        assertThat(SlackTime.parse("1469791501.024999").orElseThrow()).hasToString("2016-07-29T11:25:01.024Z");
        assertThat(SlackTime.parse("1469791501")).isPresent();
        assertThat(SlackTime.parse("1.4697915015E9")).isEqualTo(SlackTime.parse("1469791501.500000"));
        assertThat(SlackTime.parse("1469791501500")).isEqualTo(SlackTime.parse("1469791501.500000"));
        assertThat(SlackTime.key("1469791501.5")).isEqualTo(SlackTime.key("1469791501.500000"));
        assertThat(SlackTime.parse("soon")).isEmpty();
        assertThat(SlackTime.parse("NaN")).isEmpty();
        assertThat(SlackTime.parse("-1.5")).isEmpty();
    }
}
