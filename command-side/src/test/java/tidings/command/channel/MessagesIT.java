package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;

@CommandNodeTest
class MessagesIT {

    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private Person bob = ada;
    private String channel = "";

    MessagesIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        bob = rest.person("bob");
        channel = rest.channel(ada, "PUBLIC", "c-" + UUID.randomUUID(), bob);
    }

    @Test
    void postsInOneGapFreeSequence() {
        Answer first = post(ada, "m-1", "hi");
        Answer second = post(bob, "m-1", "hello");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().propertyNames()).containsExactlyInAnyOrder("id", "seq", "at");
        assertThat(first.json().get("seq").asLong()).isEqualTo(3);
        assertThat(second.json().get("seq").asLong()).isEqualTo(4);
        assertThat(Instant.parse(first.field("at")))
                .isBefore(Instant.parse(second.field("at")).plusMillis(1));
        assertThat(first.field("at")).endsWith("Z");
    }

    @Test
    void answersAResendWithTheFirstAnswer() {
        Answer first = post(ada, "m-1", "hi");
        Answer again = post(ada, "m-1", "hi");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(post(ada, "m-2", "hi").text()).isNotEqualTo(first.text());
    }

    @Test
    void editsAndDeletes() {
        String id = post(ada, "m-1", "hi").field("id");
        Answer edited = rest.patch(message(id), ada, Map.of("body", "hi there"));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().propertyNames()).containsExactlyInAnyOrder("seq", "at");
        assertThat(edited.json().get("seq").asLong()).isEqualTo(4);
        assertThat(rest.patch(message(id), bob, Map.of("body", "mine")).status())
                .isEqualTo(403);
        assertThat(rest.delete(message(id), bob).status()).isEqualTo(403);
        Answer deleted = rest.delete(message(id), ada);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(rest.delete(message(id), ada).text()).as("again").isEqualTo(deleted.text());
        assertThat(rest.patch(message(id), ada, Map.of("body", "x")).status()).isIn(404, 409);
    }

    @Test
    void repliesOnlyToMessagesOfTheChannel() {
        String id = post(ada, "m-1", "hi").field("id");
        assertThat(reply("m-2", id).status()).isEqualTo(201);
        assertThat(reply("m-3", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(reply("m-4", "nonsense").status()).isEqualTo(400);
        String elsewhere = rest.channel(bob, "PRIVATE", "c-" + UUID.randomUUID());
        String foreign = rest.post(
                        "/api/channels/" + elsewhere + "/messages", bob, Map.of("clientMessageId", "m", "body", "x"))
                .field("id");
        assertThat(reply("m-5", foreign).text())
                .isEqualTo(reply("m-6", UUID.randomUUID().toString()).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👩‍🚀", "👋🏽", "1️⃣", "🏳️‍🌈", "🇩🇪"})
    void reactsWithAnyEmoji(String emoji) {
        String id = post(ada, "m-1", "hi").field("id");
        String path = message(id) + "/reactions/"
                + URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(rest.put(path, bob).status()).isEqualTo(204);
        assertThat(rest.put(path, bob).status()).as("again").isEqualTo(204);
        assertThat(lastEvent().get("emoji").asString()).isEqualTo(emoji);
        assertThat(rest.delete(path, bob).status()).isEqualTo(204);
        assertThat(rest.delete(path, bob).status()).as("again").isEqualTo(204);
    }

    @Test
    void refusesReactionsThatAreNone() {
        String id = post(ada, "m-1", "hi").field("id");
        assertThat(rest.put(message(id) + "/reactions/%00", bob).status()).isEqualTo(400);
        for (String none : List.of("x", "x".repeat(65), "%F0%9F%91%8D%F0%9F%91%8D", ":nobodys:", "%E2%80%8B", "+1")) {
            assertThat(rest.put(message(id) + "/reactions/" + none, bob).code())
                    .as(none)
                    .isEqualTo("BAD_FRAME");
        }
        assertThat(rest.put(message(UUID.randomUUID().toString()) + "/reactions/%F0%9F%91%8D", bob)
                        .status())
                .isEqualTo(404);
        assertThat(rest.put(message("nonsense") + "/reactions/%F0%9F%91%8D", bob)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"body\":\"hi\"}",
                "{\"clientMessageId\":\"m\"}",
                "{\"clientMessageId\":\"\",\"body\":\"hi\"}",
                "{\"clientMessageId\":\" \",\"body\":\"hi\"}",
                "{\"clientMessageId\":\"a\\nb\",\"body\":\"hi\"}",
                "{\"clientMessageId\":7,\"body\":\"hi\"}",
                "{\"clientMessageId\":\"\\ud800\",\"body\":\"hi\"}",
                "{\"clientMessageId\":\"m\",\"body\":7}",
                "{\"clientMessageId\":\"m\",\"body\":null}",
                "{\"clientMessageId\":\"m\",\"body\":\"\"}",
                "{\"clientMessageId\":\"m\",\"body\":\"a\\u0000b\"}",
                "{\"clientMessageId\":\"m\",\"body\":\"a\\u001bb\"}",
                "{\"clientMessageId\":\"m\",\"body\":\"\\ud83d\"}",
                "{\"clientMessageId\":\"m\",\"body\":{\"text\":\"hi\"}}",
                "{\"clientMessageId\":\"m\",\"body\":\"hi\",\"replyTo\":7}"
            })
    void refusesWhatIsNoMessage(String body) {
        Answer answer = rest.send(
                "POST", "/api/channels/" + channel + "/messages", body, "Authorization", "Bearer " + ada.accessToken());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(post(ada, "m-1", "👍".repeat(4_000)).status()).isEqualTo(201);
        Answer tooLong = post(ada, "m-2", "x".repeat(4_001));
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.code()).isEqualTo("TOO_LARGE");
        assertThat(post(ada, "x".repeat(129), "hi").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE domain_event_entry; --",
                "\" OR \"\"=\"",
                "100% _under\\score\\' \\0 \\n",
                "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ ☝🏿",
                "こんにちは 你好 안녕하세요 שלום مرحبا",
                "<script>alert(1)</script>",
                "a\tb\nc",
                "  leading and trailing  ",
                "e\u0301\u200b\u202e\ufeff\u202c",
                "\ufdfa 𝕏 \udbff\udfff"
            })
    void keepsTextByteForByteAfterNormalisation(String body) {
        assertThat(post(ada, "m-1", body).status()).isEqualTo(201);
        assertThat(lastEvent().get("body").asString()).isEqualTo(Normalizer.normalize(body, Normalizer.Form.NFC));
    }

    private Answer post(Person author, String clientMessageId, String body) {
        return rest.post(
                "/api/channels/" + channel + "/messages",
                author,
                Map.of("clientMessageId", clientMessageId, "body", body));
    }

    private Answer reply(String clientMessageId, String replyTo) {
        Map<String, String> message = new HashMap<>(Map.of("clientMessageId", clientMessageId, "body", "re"));
        message.put("replyTo", replyTo);
        return rest.post("/api/channels/" + channel + "/messages", ada, message);
    }

    private String message(String id) {
        return "/api/channels/" + channel + "/messages/" + id;
    }

    private JsonNode lastEvent() {
        List<byte[]> payloads = jdbc.query(
                "SELECT payload FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " ORDER BY sequence_number DESC LIMIT 1",
                (row, n) -> row.getBytes(1),
                channel);
        return Rest.JSON.readTree(payloads.getFirst());
    }
}
