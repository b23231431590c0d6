package tidings.query.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpProtocolIT {

    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ADA = CHAT.account("http-ada");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GRAPHQL = "application/graphql-response+json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "{}",
                "7",
                "\"{me{id}}\"",
                "[{\"query\":\"{me{id}}\"}]",
                "{\"query\":null}",
                "{\"query\":\"\"}",
                "{\"query\":7}",
                "{\"query\":[\"{me{id}}\"]}",
                "{\"query\":\"{me{id}}\",\"query\":\"{me{username}}\"}",
                "{\"query\":\"{me{id}}\"} {}",
                "{\"query\":\"{me{id}}\",\"variables\":[]}",
                "{\"query\":\"{me{id}}\",\"variables\":\"{}\"}",
                "{\"query\":\"{me{id}}\",\"operationName\":7}",
                "{\"query\":\"{me{id}}\",\"extensions\":true}"
            })
    void refusesWhateverIsNoRequestInOneForm(String body) {
        for (String accept : new String[] {"application/json", GRAPHQL, "*/*"}) {
            HttpResponse<String> answer = post(body, accept);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertRefused(answer, "BAD_REQUEST");
        }
    }

    @Test
    void refusesBodiesThatAreNoTextOrTooLong() {
        assertRefused(post("{\"query\":\"{me{id}}\",\"variables\":" + "[".repeat(5_000) + "}", GRAPHQL), "BAD_REQUEST");
        HttpResponse<String> answer = post("{\"query\":\"{me{id}} #" + "x".repeat(300_000) + "\"}", GRAPHQL);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertRefused(answer, "TOO_LARGE");
    }

    @Test
    void takesNoBodyThatIsEncoded() {
        HttpResponse<String> answer =
                WORLD.as(ADA).send(request("{ me { id } }"), "application/json", Map.of("Content-Encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertRefused(answer, "BAD_REQUEST");
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
    }

    @Test
    void sendsSubscriptionsToTheSocket() {
        String query = "subscription { channelEvents(channelId: \"%s\") { seq } }";
        UUID channel = CHAT.channel("http", Visibility.PUBLIC, ADA);
        WORLD.settle();
        for (String accept : new String[] {"application/json", GRAPHQL}) {
            HttpResponse<String> answer = post(request(query.formatted(channel)), accept);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertRefused(answer, "BAD_REQUEST");
            assertThat(answer.body()).contains("graphql-transport-ws").doesNotContain("reactor");
        }
        HttpResponse<String> stream = post(request(query.formatted(channel)), "text/event-stream");
        assertThat(stream.statusCode()).isEqualTo(406);
        assertRefused(stream, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,                                      application/json,                  200",
        GRAPHQL + ",                                            " + GRAPHQL + ",                   400",
        "'application/graphql-response+json, application/json', " + GRAPHQL + ",                   400",
        "'application/json, */*;q=0.1',                         application/json,                  200",
        "'application/graphql-response+json;q=0.1, application/json', application/json,            200",
        "*/*,                                                   " + GRAPHQL + ",                   400"
    })
    void tellsByTheStatusWhatTheFormatProvidesFor(String accept, String type, int statusOfInvalidQuery) {
        HttpResponse<String> valid = post(request("{ me { username } }"), accept);
        assertThat(valid.statusCode()).isEqualTo(200);
        assertThat(valid.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(JSON.readTree(valid.body()).at("/data/me/username").asString())
                .isEqualTo("http-ada");

        HttpResponse<String> invalid = post(request("{ nonsense }"), accept);
        assertThat(invalid.statusCode()).isEqualTo(statusOfInvalidQuery);
        assertRefused(invalid, "BAD_REQUEST");

        HttpResponse<String> partly = post(request("{ me { id } channel { id } }"), accept);
        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(partly.body()).at("/data/me/id").asString()).isEqualTo(ADA.toString());
    }

    @Test
    void takesVariablesAndOperationNames() {
        String both = "query A($i: ID!) { channel(id: $i) { id } } query B { me { username } }";
        HttpResponse<String> answer = post(
                JSON.writeValueAsString(Map.of(
                        "query",
                        both,
                        "operationName",
                        "A",
                        "variables",
                        Map.of("i", UUID.randomUUID().toString()))),
                GRAPHQL);
        assertThat(JSON.readTree(answer.body()).toString()).isEqualTo("{\"data\":{\"channel\":null}}");
        HttpResponse<String> unnamed = post(request(both), GRAPHQL);
        assertThat(unnamed.statusCode()).isEqualTo(400);
        assertRefused(unnamed, "BAD_REQUEST");
    }

    private static void assertRefused(HttpResponse<String> answer, String code) {
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.propertyNames()).containsExactly("errors");
        assertThat(body.get("errors")).isNotEmpty().allSatisfy(error -> {
            assertThat(error.get("message").asString()).isNotBlank();
            assertThat(error.at("/extensions/code").asString()).isEqualTo(code);
        });
    }

    private static String request(String query) {
        return JSON.writeValueAsString(Map.of("query", query));
    }

    private static HttpResponse<String> post(String body, String accept) {
        WORLD.settle();
        return WORLD.as(ADA).send(body, "application/json", Map.of("Accept", accept));
    }
}
