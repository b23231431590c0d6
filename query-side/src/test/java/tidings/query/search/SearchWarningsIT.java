package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchWarningsIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final AccountId BOB = WORLD.chat().account("search-warnings-bob");

    @Test
    void saysWhatItDidNotUnderstand() {
        WORLD.settle();
        assertThat(warnings("okapi before:yesterday from:search-nobody"))
                .hasSize(2)
                .anyMatch(warning -> warning.contains("before:yesterday"))
                .anyMatch(warning -> warning.contains("search-nobody"));
        assertThat(warnings("okapi")).isEmpty();
    }

    private static List<String> warnings(String query) {
        return WORLD.as(BOB)
                .data("{ search(query: " + JSON.writeValueAsString(query) + ") { warnings } }")
                .at("/search/warnings")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
