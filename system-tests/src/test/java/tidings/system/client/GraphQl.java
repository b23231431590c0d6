package tidings.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** GraphQL over HTTP. */
final class GraphQl {

    private final Http http;

    GraphQl(Http http) {
        this.http = http;
    }

    /** The data; fails the test when there are errors. */
    JsonNode query(String query, Map<String, ?> variables, Map<String, String> headers) {
        JsonNode answer = http.call(
                        "POST",
                        "/graphql",
                        Json.object().put("query", query).set("variables", Json.tree(variables)),
                        headers)
                .expect(200);
        assertThat(answer.path("errors").toString()).as("errors of %s", query).isIn("", "[]");
        return answer.get("data");
    }
}
