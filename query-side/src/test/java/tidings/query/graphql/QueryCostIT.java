package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryWorld;

/** What a query may cost: for its lists, its aliases, its depth. */
class QueryCostIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("cost-ada");
    private static final String MESSAGES = "messages(first: 100) { edges { node { id body author { username } } } }";

    @BeforeAll
    static void chat() {
        CHAT.channel("cost", Visibility.PRIVATE, ADA);
        WORLD.settle();
    }

    @Test
    void refusesWhatWouldCostTooMuch() {
        GraphQlClient client = WORLD.as(ADA);
        assertThat(client.refusal("{ channels(first: 100) { edges { node { " + MESSAGES + " } } } }"))
                .isEqualTo("TOO_COMPLEX");
        assertThat(client.refusal("{ " + aliased(5, "search(query: \"x\") { edges { cursor } }") + "}"))
                .isEqualTo("TOO_COMPLEX");
        assertThat(client.answer("{ " + aliased(3, "search(query: \"x\") { edges { cursor } }") + "}", Map.of())
                        .has("errors"))
                .isFalse();
        assertThat(client.refusal("{ " + aliased(21, "me { id }") + "}")).isEqualTo("TOO_COMPLEX");
        assertThat(client.refusal("{ ...f } fragment f on Query { " + aliased(21, "me { id }") + "}"))
                .isEqualTo("TOO_COMPLEX");
        assertThat(client.refusal("{ channel(name: \"cost\") { " + aliased(21, "name") + "} }"))
                .isEqualTo("TOO_COMPLEX");
        assertThat(client.refusal("{ "
                        + aliased(
                                17,
                                "channel(name: \"cost\") { x: asOf(seq: 1) { seq }"
                                        + " y: asOf(seq: 1) { seq } z: asOf(seq: 1) { seq } }")
                        + "}"))
                .isEqualTo("TOO_COMPLEX");
        assertThat(client.answer("{ " + "me { id } ".repeat(100) + "}", Map.of())
                        .has("errors"))
                .isFalse();
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        GraphQlClient client = WORLD.as(ADA);
        StringBuilder aliases = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            aliases.append("a")
                    .append(i)
                    .append(": channel(name: \"cost\") { ")
                    .append(MESSAGES)
                    .append(" } ");
        }
        assertThat(client.refusal("{ " + aliases + " }")).isEqualTo("TOO_COMPLEX");
        String deep = "replyTo { ".repeat(20) + "id" + " }".repeat(20);
        assertThat(client.refusal("{ message(id: \"x\") { " + deep + " } }")).isEqualTo("TOO_COMPLEX");
        assertThat(client.answer("{ __schema { types { name } } }", Map.of()).has("errors"))
                .isTrue();
        assertThat(client.answer("{ channel(name: \"cost\") { messages(first: 5000) { edges { cursor } } } }", Map.of())
                        .has("data"))
                .isTrue();
    }

    private static String aliased(int times, String field) {
        return IntStream.range(0, times)
                .mapToObj(i -> "a" + i + ": " + field + " ")
                .collect(Collectors.joining());
    }
}
