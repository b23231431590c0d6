package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.channel.MessageId;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

class PagingIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final TenMessages TEN = TenMessages.in(WORLD, "paging");
    private static final List<MessageId> MESSAGES = TEN.messages();

    @Test
    void pagesForwardsAndBackwards() {
        JsonNode newest = page("");
        assertThat(bodies(newest)).hasSize(10);
        assertThat(more(newest)).containsExactly(false, false);

        JsonNode first = page("(first: 4)");
        assertThat(bodies(first)).containsExactly("0", "1", "2", "THREE");
        assertThat(more(first)).containsExactly(false, true);
        JsonNode second = page("(first: 100, after: \"" + end(first) + "\")");
        assertThat(bodies(second)).containsExactly("null", "5", "6", "7", "8", "9");
        assertThat(more(second)).containsExactly(true, false);

        JsonNode last = page("(last: 3)");
        assertThat(bodies(last)).containsExactly("7", "8", "9");
        JsonNode before =
                page("(last: 3, before: \"" + last.at("/pageInfo/startCursor").asString() + "\")");
        assertThat(bodies(before)).containsExactly("null", "5", "6");
        assertThat(more(before)).containsExactly(true, true);

        JsonNode beyond = page("(first: 2, after: \"" + end(second) + "\")");
        assertThat(bodies(beyond)).isEmpty();
        assertThat(more(beyond)).containsExactly(true, false);
        assertThat(bodies(page("(first: 0)"))).isEmpty();
    }

    @Test
    void showsWhatStandsAroundAMessage() {
        assertThat(bodies(page("(around: \"" + MESSAGES.get(5) + "\", first: 4)")))
                .containsExactly("THREE", "null", "5", "6");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(0) + "\", first: 4)")))
                .containsExactly("0", "1", "2", "THREE");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(1) + "\", first: 5)")))
                .containsExactly("0", "1", "2", "THREE", "null");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(9) + "\", first: 4)")))
                .containsExactly("6", "7", "8", "9");
        assertThat(bodies(page("(around: \"" + MESSAGES.get(4) + "\", first: 100)")))
                .hasSize(10);
        assertThat(bodies(page("(around: \"" + MESSAGES.get(4) + "\", first: 1)")))
                .containsExactly("null");
        assertThat(client().refusal(query("(around: \"" + UUID.randomUUID() + "\")")))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesWhatIsNoPage() {
        for (String arguments : List.of("(first: 1, last: 1)", "(first: -1)", "(after: \"x\")", "(after: \"eA==\")")) {
            assertThat(client().refusal(query(arguments))).as(arguments).isEqualTo("BAD_REQUEST");
        }
        assertThat(client().refusal("{ channels(after: \"eA==\") { edges { cursor } } }"))
                .isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ search(query: \"x\", after: \"eA==\") { edges { cursor } } }"))
                .isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ channel { id } }")).isEqualTo("BAD_REQUEST");
        assertThat(client().refusal("{ nonsense }")).isEqualTo("BAD_REQUEST");
    }

    private static JsonNode page(String arguments) {
        return client().data(query(arguments)).at("/channel/messages");
    }

    private static String query(String arguments) {
        return "{ channel(name: \"paging\") { messages" + arguments + " { edges { node { body } }"
                + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }";
    }

    private static GraphQlClient client() {
        return WORLD.as(TEN.author());
    }

    private static List<String> bodies(JsonNode page) {
        return page.get("edges")
                .valueStream()
                .map(edge -> edge.at("/node/body").asString("null"))
                .toList();
    }

    private static List<Boolean> more(JsonNode page) {
        return List.of(
                page.at("/pageInfo/hasPreviousPage").asBoolean(),
                page.at("/pageInfo/hasNextPage").asBoolean());
    }

    private static String end(JsonNode page) {
        return page.at("/pageInfo/endCursor").asString();
    }
}
