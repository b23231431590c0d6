package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchPagingIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AccountId ADA = CHAT.account("search-pages-ada");
    private static final AccountId BOB = CHAT.account("search-pages-bob");

    @Test
    void pagesWithoutLossOrRepetitionWhileMessagesArrive() {
        UUID channel = CHAT.channel("search-pages", Visibility.PUBLIC, ADA);
        for (int i = 0; i < 700; i++) {
            CHAT.post(channel, ADA, "wombat number " + i + " wombat".repeat(i % 3));
        }
        WORLD.settle();
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 40; page++) {
            JsonNode found = WORLD.as(BOB)
                    .data("{ search(query: \"wombat\", first: 50" + after
                            + ") { edges { node { message { body } } } pageInfo { hasNextPage endCursor } } }")
                    .get("search");
            found.get("edges")
                    .forEach(edge -> seen.add(edge.at("/node/message/body").asString()));
            if (!found.at("/pageInfo/hasNextPage").asBoolean()) {
                break;
            }
            after = ", after: "
                    + JSON.writeValueAsString(found.at("/pageInfo/endCursor").asString());
            CHAT.post(channel, ADA, "a late wombat " + page);
            WORLD.settle();
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(700).noneMatch(body -> body.startsWith("a late"));
    }
}
