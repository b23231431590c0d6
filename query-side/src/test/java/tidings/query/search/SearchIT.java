package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidings.events.account.AccountId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static AccountId ada = CHAT.account("search-ada");
    private static AccountId bob = CHAT.account("search-bob");
    private static UUID open = UUID.randomUUID();

    @BeforeAll
    static void chat() {
        open = CHAT.channel("search-open", Visibility.PUBLIC, ada);
        UUID hidden = CHAT.channel("search-hidden", Visibility.PRIVATE, ada);
        for (String body : List.of(
                "Das schöne Straßenfest in Łódź",
                "今日は東京都庁に行きました",
                "我们明天去北京大学图书馆",
                "오늘 서울특별시에서 만나요",
                "สวัสดีชาวโลก",
                "I write C++ and Go",
                "ask @grace.hopper about it",
                "the quick brown fox",
                "brown the quick fox",
                "a 👍🏽 from me",
                "see https://example.com/zebra",
                "x is short")) {
            CHAT.post(open, ada, body);
        }
        CHAT.post(hidden, ada, "the secret zebra");
        MessageId edited = CHAT.post(open, bob, "giraffe");
        CHAT.edit(open, bob, edited, "okapi");
        CHAT.delete(open, ada, CHAT.post(open, ada, "deleted okapi"));
        MessageId parent = CHAT.post(open, bob, "a thread begins");
        CHAT.reply(open, ada, "thread goes on", parent);
        CHAT.react(open, ada, parent, "🎉");
        CHAT.imported(open, ada, "an old zebra", Instant.parse("2015-01-01T00:00:00Z"));
        WORLD.settle();
    }

    @ParameterizedTest
    @CsvSource({
        "strassenfest, Das schöne Straßenfest in Łódź",
        "lodz, Das schöne Straßenfest in Łódź",
        "schon*, Das schöne Straßenfest in Łódź",
        "東京, 今日は東京都庁に行きました",
        "都庁, 今日は東京都庁に行きました",
        "東京都庁, 今日は東京都庁に行きました",
        "行きました, 今日は東京都庁に行きました",
        "北京大学, 我们明天去北京大学图书馆",
        "图, 我们明天去北京大学图书馆",
        "특별, 오늘 서울특별시에서 만나요",
        "ชาว, สวัสดีชาวโลก",
        "c++, I write C++ and Go",
        "@grace.hopper, ask @grace.hopper about it",
        "hopper, ask @grace.hopper about it",
        "👍🏽, a 👍🏽 from me",
        "'\"the quick brown\"', the quick brown fox",
        "'quick -\"the quick brown\"', brown the quick fox",
        "x, x is short",
        "okapi, okapi",
        "'has:reaction in:search-open', a thread begins",
        "'has:thread thread', a thread begins",
        "'from:search-bob thread', a thread begins",
        "'zebra before:2016-01-01', an old zebra",
        "'zebra has:link', see https://example.com/zebra",
        "'zebra -has:link', an old zebra",
        "'thread -from:search-ada', a thread begins",
        "'zebra on:2015-1-1', an old zebra",
        "'zebra -on:2015-01-01', see https://example.com/zebra",
        "'zebra after:2016-1-1', see https://example.com/zebra",
        "'\u201Cquick brown fox\u201D', the quick brown fox",
        "👍, a 👍🏽 from me",
    })
    void findsExactly(String query, String body) {
        assertThat(bodies(bob, query)).containsExactly(body);
    }

    @ParameterizedTest
    @CsvSource({"giraffe", "secret", "in:search-hidden", "'zebra in:search-hidden'", "'zebra from:nobody'", "庁都", "''"})
    void findsNothing(String query) {
        assertThat(bodies(bob, query)).isEmpty();
    }

    @Test
    void findsByWhatIsExcludedAlone() {
        assertThat(bodies(bob, "-zebra in:search-open from:search-bob"))
                .containsExactlyInAnyOrder("okapi", "a thread begins");
        assertThat(bodies(ada, "-from:me in:search-open")).containsExactlyInAnyOrder("okapi", "a thread begins");
        assertThat(bodies(bob, "from:me")).containsExactlyInAnyOrder("okapi", "a thread begins");
        assertThat(bodies(bob, "-thread -wombat"))
                .contains("okapi", "the quick brown fox")
                .doesNotContain("thread goes on", "a thread begins");
        assertThat(bodies(bob, "-in:search-open -wombat")).doesNotContain("okapi");
    }

    @Test
    void findsHiddenMessagesForMembersOnly() {
        assertThat(bodies(ada, "zebra")).hasSize(3);
        assertThat(bodies(bob, "zebra")).containsExactly("see https://example.com/zebra", "an old zebra");
    }

    @Test
    void marksWhatWasFoundInPlainText() {
        JsonNode hit = WORLD.as(bob)
                .data("{ search(query: \"quick fox -brown\") { edges { node { highlights } } }"
                        + " strasse: search(query: \"strassenfest\") { edges { node { highlights score } } } }");
        assertThat(hit.at("/search/edges")).isEmpty();
        assertThat(hit.at("/strasse/edges/0/node/highlights/0").asString())
                .isEqualTo("Das schöne «Straßenfest» in Łódź");
    }

    private static List<String> bodies(AccountId asker, String query) {
        return WORLD.as(asker)
                .data("{ search(query: " + JSON.writeValueAsString(query)
                        + ") { edges { node { message { body } } } } }")
                .at("/search/edges")
                .valueStream()
                .map(edge -> edge.at("/node/message/body").asString())
                .toList();
    }
}
