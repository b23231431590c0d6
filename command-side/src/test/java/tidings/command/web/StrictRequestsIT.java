package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

/** What a call takes and what it answers with, whatever else the caller has on his mind. */
@CommandNodeTest
class StrictRequestsIT {

    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private String channel = "";

    @BeforeEach
    void open(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        channel = rest.channel(ada, "PUBLIC", "strict-" + ada.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "image/png", "application/xml;q=0.9", "application/json;q=0", "*/*;q=0", "///", "x"
            })
    void answersInJsonWhateverTheCallerAccepts(String accept) {
        String messages = "/api/channels/" + channel + "/messages";
        Answer answer = rest.send(
                "POST",
                messages,
                "{\"clientMessageId\":\"a\",\"body\":\"hi\"}",
                "Authorization",
                "Bearer " + ada.accessToken(),
                "Accept",
                accept);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.field("id")).isNotEmpty();
        Answer refused = rest.send("POST", "/api/sessions", "{}", "Accept", accept);
        assertThat(refused.code()).isEqualTo("BAD_FRAME");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"slowModeSeconds\":\" \"}",
                "{\"slowModeSeconds\":\"\"}",
                "{\"slowModeSeconds\":\"7\"}",
                "{\"slowModeSeconds\":7.0}",
                "{\"slowModeSeconds\":true}",
                "{\"announcement\":\" \"}",
                "{\"announcement\":\"\"}",
                "{\"announcement\":\"true\"}",
                "{\"announcement\":1}",
                "{\"name\":7}",
                "{\"topic\":false}",
                "{\"topic\":\"a\",\"topic\":\"b\"}",
                "{\"extra\":{\"a\":1,\"a\":1}}",
                "\"\"",
                "\" \"",
                "null",
                "[]"
            })
    void convertsNothingToTheTypeItTakes(String settings) {
        Answer answer = send("PATCH", "/api/channels/" + channel, settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void refusesPreflightsOfOtherOrigins() {
        Answer answer = rest.send(
                "OPTIONS",
                "/api/channels",
                null,
                "Origin",
                "http://elsewhere.example",
                "Access-Control-Request-Method",
                "POST");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void saysWhichValueHasTheWrongType() {
        Answer answer = send("PATCH", "/api/channels/" + channel, "{\"slowModeSeconds\":\" \"}");
        assertThat(answer.field("detail")).contains("slowModeSeconds");
        assertThat(send("PATCH", "/api/channels/" + channel, "{\"a\":1,\"a\":2}")
                        .field("detail"))
                .contains("twice");
    }

    /** As the document says: null leaves a setting as it is, and takes a topic away; elsewhere it is no value. */
    @Test
    void takesNullWhereTheDocumentHasItAndNowhereElse() {
        String nulls = "{\"name\":null,\"topic\":null,\"description\":null,\"slowModeSeconds\":null,"
                + "\"announcement\":null,\"guestsReadOnly\":null}";
        assertThat(send("PATCH", "/api/channels/" + channel, nulls).status()).isEqualTo(200);
        String messages = "/api/channels/" + channel + "/messages";
        assertThat(send("POST", messages, "{\"clientMessageId\":\"a\",\"body\":\"x\",\"replyTo\":null}")
                        .status())
                .isEqualTo(201);
        for (String refused : new String[] {
            "{\"clientMessageId\":null,\"body\":\"x\"}",
            "{\"clientMessageId\":\"b\",\"body\":null}",
            "{\"clientMessageId\":\"\",\"body\":\"x\"}"
        }) {
            assertThat(send("POST", messages, refused).code()).as(refused).isEqualTo("BAD_FRAME");
        }
        for (String refused : new String[] {
            "{\"visibility\":\"PUBLIC\",\"name\":null}",
            "{\"visibility\":null,\"name\":\"n\"}",
            "{\"visibility\":\"\",\"name\":\"n\"}",
            "{\"visibility\":\" \",\"name\":\"n\"}",
            "{\"visibility\":0,\"name\":\"n\"}",
            "{\"visibility\":\"PUBLIC\",\"name\":\"n\",\"topic\":null}",
            "{\"visibility\":\"PUBLIC\",\"name\":\"n\",\"memberIds\":null}",
            "{\"visibility\":\"PUBLIC\",\"name\":\"n\",\"memberIds\":[null]}",
            "{\"visibility\":\"PUBLIC\",\"name\":\"n\",\"memberIds\":\"\"}"
        }) {
            assertThat(send("POST", "/api/channels", refused).code())
                    .as(refused)
                    .isEqualTo("BAD_FRAME");
        }
    }

    @Test
    void holdsTheSameAtTheDoorsWithoutAToken() {
        for (String refused : new String[] {
            "{\"username\":null,\"password\":\"long enough\"}",
            "{\"username\":\"n\",\"password\":\"long enough\",\"displayName\":null}",
            "{\"username\":\"n\",\"username\":\"m\",\"password\":\"long enough\"}"
        }) {
            assertThat(rest.send("POST", "/api/accounts", refused).code())
                    .as(refused)
                    .isEqualTo("BAD_FRAME");
        }
        String hook = rest.post("/api/channels/" + channel + "/webhooks", ada, Map.of("name", "hook"))
                .field("path");
        for (String refused : new String[] {
            "{\"body\":null}", "{\"text\":\"a\",\"body\":null}", "{\"body\":7}", "{\"body\":\"a\",\"body\":\"b\"}"
        }) {
            assertThat(rest.send("POST", hook, refused).code()).as(refused).isEqualTo("BAD_FRAME");
        }
        assertThat(rest.send("POST", hook, "{\"text\":\"a\"}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/plain", "application/json;charset=nonsense", "x", "/", ";"})
    void takesNoBodyOfAnotherType(String type) {
        Answer answer = rest.send("POST", "/api/sessions", "{}", "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    /** Nothing would be decoded, and nothing else is what the sender meant (RFC 7694). */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "nonsense"})
    void takesNoBodyThatIsEncoded(String encoding) {
        for (String path : new String[] {"/api/sessions", "/api/channels", "/api/nothing"}) {
            Answer answer = rest.send("POST", path, "{}", "Content-Encoding", encoding);
            assertThat(answer.status()).as(path).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
            assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        }
        assertThat(rest.send("POST", "/api/sessions", "{}", "Content-Encoding", "identity")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysWhichMethodsThereAre() {
        for (String[] wrong : new String[][] {
            {"GET", "/api/accounts", "POST"},
            {"DELETE", "/api/channels/" + channel + "/messages", "POST"},
            {"PUT", "/api/sessions", "GET, POST, DELETE"},
            {"POST", "/health/live", "GET"},
            {"POST", "/.well-known/jwks.json", "GET"},
            {"PUT", "/api/hooks/secret", "POST"},
            {"TRACE", "/api/channels", "POST"},
            {"PROPFIND", "/api/channels", "POST"}
        }) {
            Answer answer = rest.send(wrong[0], wrong[1], null, "Authorization", "Bearer " + ada.accessToken());
            assertThat(answer.status()).as(wrong[0] + " " + wrong[1]).isEqualTo(405);
            assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow").split(", ", -1))
                    .as(wrong[0] + " " + wrong[1])
                    .contains(wrong[2].split(", ", -1));
        }
    }

    @Test
    void refusesAKnownKeyWithOtherContentAndShowsTheFirstAnswer() {
        String messages = "/api/channels/" + channel + "/messages";
        Answer first = rest.post(messages, ada, Map.of("clientMessageId", "k", "body", "first"));
        Answer same = rest.post(messages, ada, Map.of("clientMessageId", "k", "body", "first"));
        assertThat(same.json()).isEqualTo(first.json());
        Answer other = rest.post(messages, ada, Map.of("clientMessageId", "k", "body", "second"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("CONFLICT");
        assertThat(other.json().path("first")).isEqualTo(first.json());
        String message = messages + "/" + first.field("id");
        Answer unchanged = rest.patch(message, ada, Map.of("body", "first"));
        assertThat(unchanged.json().path("seq")).isEqualTo(first.json().path("seq"));
        assertThat(unchanged.json().path("at")).isEqualTo(first.json().path("at"));
        long edited = rest.patch(message, ada, Map.of("body", "better"))
                .json()
                .path("seq")
                .asLong();
        assertThat(edited).isEqualTo(first.json().path("seq").asLong() + 1);
        assertThat(rest.post(messages, ada, Map.of("clientMessageId", "k", "body", "first"))
                        .json())
                .isEqualTo(first.json());
    }

    private Answer send(String method, String path, String body) {
        return rest.send(method, path, body, "Authorization", "Bearer " + ada.accessToken());
    }
}
