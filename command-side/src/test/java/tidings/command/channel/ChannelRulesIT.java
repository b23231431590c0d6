package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Settings, roles, bans, pins, mentions and forwarding through the doors, on a real database. */
@CommandNodeTest
class ChannelRulesIT {

    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private Person bob = ada;
    private Person eve = ada;
    private String name = "";
    private String channel = "";

    ChannelRulesIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        bob = rest.person("bob");
        eve = rest.person("eve");
        name = "c-" + UUID.randomUUID();
        channel = rest.channel(ada, "PUBLIC", name, bob);
    }

    @Test
    void changesSettings() {
        Answer answer = rest.patch(path(""), ada, Map.of("topic", "'; DROP TABLE ban; --", "slowModeSeconds", 60));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("seq", "at");
        assertThat(answer.json().get("seq").asLong()).isEqualTo(4);
        assertThat(post(bob, "one").status()).isEqualTo(201);
        Answer early = post(bob, "two");
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.json().get("retryAfterMs").asLong()).isBetween(1L, 60_000L);
        assertThat(early.header("Retry-After")).isNotEmpty();
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("topic", null);
        assertThat(rest.patch(path(""), ada, nothing).status()).isEqualTo(200);
        assertThat(lastEvent().path("topic").isNull()).isTrue();
        assertThat(rest.patch(path(""), bob, Map.of("topic", "mine")).code()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"name\":7}",
                "{\"name\":\"Upper Case\"}",
                "{\"name\":\"'; DROP TABLE channel; --\"}",
                "{\"topic\":7}",
                "{\"topic\":{}}",
                "{\"topic\":\"two\\nlines\"}",
                "{\"topic\":\"\\ud800\"}",
                "{\"description\":[\"x\"]}",
                "{\"description\":\"a\\u0000b\"}",
                "{\"slowModeSeconds\":\"5\"}",
                "{\"slowModeSeconds\":1.5}",
                "{\"slowModeSeconds\":-1}",
                "{\"slowModeSeconds\":21601}",
                "{\"slowModeSeconds\":99999999999}",
                "{\"announcement\":\"true\"}",
                "{\"guestsReadOnly\":1}"
            })
    void refusesWhatAreNoSettings(String body) {
        Answer answer = rest.send("PATCH", path(""), body, "Authorization", "Bearer " + ada.accessToken());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void givesANameUpWhenItTakesAnother() {
        String other = "o-" + UUID.randomUUID();
        assertThat(rest.patch(path(""), ada, Map.of("name", other)).status()).isEqualTo(200);
        assertThat(jdbc.queryForObject("SELECT name FROM channel WHERE channel_id = ?", String.class, channel))
                .isEqualTo(other);
        String third = rest.channel(bob, "PRIVATE", "t-" + UUID.randomUUID());
        assertThat(rest.patch("/api/channels/" + third, bob, Map.of("name", other))
                        .code())
                .isEqualTo("CONFLICT");
        // the old one is free for all as soon as its reservation is a minute old
        jdbc.update("UPDATE channel_name SET reserved_at = 0 WHERE name IN (?, ?)", name, other);
        assertThat(rest.patch("/api/channels/" + third, bob, Map.of("name", other))
                        .code())
                .isEqualTo("CONFLICT");
        assertThat(rest.patch("/api/channels/" + third, bob, Map.of("name", name))
                        .status())
                .isEqualTo(200);
        assertThat(rest.patch(path(""), ada, Map.of("name", name)).code()).isEqualTo("CONFLICT");
    }

    @Test
    void archivesAChannel() {
        assertThat(rest.put(path("/archive"), bob).status()).isEqualTo(403);
        assertThat(rest.put(path("/archive"), ada).status()).isEqualTo(204);
        assertThat(rest.put(path("/archive"), ada).status()).as("again").isEqualTo(204);
        assertThat(post(bob, "late").code()).isEqualTo("CONFLICT");
        assertThat(rest.delete(path("/archive"), ada).status()).isEqualTo(204);
        assertThat(post(bob, "in time").status()).isEqualTo(201);
    }

    @Test
    void handsAChannelOver() {
        assertThat(rest.delete(path("/members/me"), ada).code()).isEqualTo("CONFLICT");
        assertThat(role(bob, ada.id(), "GUEST").code()).isEqualTo("FORBIDDEN");
        assertThat(role(ada, bob.id(), "OWNER").status()).isEqualTo(204);
        assertThat(jdbc.queryForObject(
                        "SELECT role FROM membership WHERE channel_id = ? AND account_id = ?",
                        String.class,
                        channel,
                        bob.id()))
                .isEqualTo("OWNER");
        assertThat(rest.delete(path("/members/me"), ada).status()).isEqualTo(204);
        assertThat(role(bob, eve.id(), "GUEST").status()).isEqualTo(204);
        assertThat(role(bob, eve.id(), "EMPEROR").code()).isEqualTo("BAD_FRAME");
        assertThat(role(bob, UUID.randomUUID().toString(), "GUEST").code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void keepsTheBannedOut() {
        assertThat(rest.put(path("/bans/" + ada.id()), bob).status()).isEqualTo(403);
        assertThat(rest.put(path("/bans/" + bob.id()), ada).status()).isEqualTo(204);
        assertThat(rest.put(path("/bans/" + bob.id()), ada).status())
                .as("again")
                .isEqualTo(204);
        assertThat(post(bob, "still here").status()).isEqualTo(403);
        assertThat(rest.put(path("/members/me"), bob).code()).isEqualTo("FORBIDDEN");
        assertThat(rest.put(path("/members/" + bob.id()), ada).code()).isEqualTo("CONFLICT");
        assertThat(count("membership", bob)).isZero();
        assertThat(count("ban", bob)).isOne();
        assertThat(rest.delete(path("/bans/" + bob.id()), ada).status()).isEqualTo(204);
        assertThat(count("ban", bob)).isZero();
        assertThat(rest.put(path("/members/me"), bob).status()).isEqualTo(204);
        assertThat(rest.put(path("/bans/" + UUID.randomUUID()), ada).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.put(path("/bans/nobody"), ada).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void pinsMessages() {
        String message = post(ada, "hi").field("id");
        assertThat(rest.put(path("/pins/" + message), bob).status()).isEqualTo(204);
        assertThat(rest.put(path("/pins/" + message), bob).status()).as("again").isEqualTo(204);
        assertThat(rest.delete(path("/pins/" + message), bob).status()).isEqualTo(204);
        assertThat(rest.put(path("/pins/" + UUID.randomUUID()), bob).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.put(path("/pins/x"), bob).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void resolvesMentionsWhenTheyAreWritten() {
        assertThat(post(ada, "hi @" + bob.username().toUpperCase(java.util.Locale.ROOT) + ", @here, @nobody-at-all")
                        .status())
                .isEqualTo(201);
        JsonNode mentions = lastEvent().path("mentions");
        assertThat(mentions.path("accountIds").toString()).isEqualTo("[\"" + bob.id() + "\"]");
        assertThat(mentions.path("here").asBoolean()).isTrue();
        assertThat(mentions.path("channel").asBoolean()).isFalse();
    }

    @Test
    void forwardsThePresentBodyOfWhatTheCallerMayRead() {
        String secret = rest.channel(ada, "PRIVATE", "s-" + UUID.randomUUID());
        String original = post(ada, secret, "first").field("id");
        String inSecret = "/api/channels/" + secret + "/messages/" + original;
        assertThat(rest.patch(inSecret, ada, Map.of("body", "second")).status()).isEqualTo(200);
        Answer unknown = forward(bob, UUID.randomUUID().toString());
        assertThat(forward(bob, original).text()).isEqualTo(unknown.text()).contains("NOT_FOUND");
        assertThat(forward(ada, original).status()).isEqualTo(201);
        assertThat(lastEvent().path("body").asString()).isEqualTo("second");
        assertThat(lastEvent().path("forwardedFrom").path("channelId").asString())
                .isEqualTo(secret);
        assertThat(lastEvent().path("forwardedFrom").path("authorId").asString())
                .isEqualTo(ada.id());
        assertThat(rest.delete(inSecret, ada).status()).isEqualTo(200);
        assertThat(forward(ada, original).text()).isEqualTo(unknown.text());
        assertThat(rest.post(
                                path("/messages"),
                                ada,
                                Map.of("clientMessageId", "x", "body", "mine", "forwardOf", original))
                        .code())
                .isEqualTo("BAD_FRAME");
    }

    /** A stranger gets the same answer for a hidden channel as for none. */
    @Test
    void hidesPrivateChannelsFromEveryCall() {
        String hidden = rest.channel(ada, "PRIVATE", "h-" + UUID.randomUUID(), bob);
        String message = post(ada, hidden, "hi").field("id");
        String none = UUID.randomUUID().toString();
        for (String call : List.of(
                "PUT /archive",
                "DELETE /archive",
                "PUT /bans/" + bob.id(),
                "DELETE /bans/" + bob.id(),
                "PUT /pins/" + message,
                "DELETE /pins/" + message,
                "PUT /members/" + bob.id(),
                "PATCH ")) {
            String[] parts = call.split(" ", -1);
            String body = parts[0].equals("PATCH") ? "{\"name\":\"" + name + "\"}" : null;
            assertThat(call(parts[0], hidden + parts[1], body).text())
                    .as(call)
                    .isEqualTo(call(parts[0], none + parts[1], body).text())
                    .contains("NOT_FOUND");
        }
    }

    private Answer call(String method, String path, @Nullable String body) {
        return rest.send(method, "/api/channels/" + path, body, "Authorization", "Bearer " + eve.accessToken());
    }

    private Answer role(Person caller, String member, String role) {
        return rest.send(
                "PUT",
                path("/members/" + member),
                "{\"role\":\"" + role + "\"}",
                "Authorization",
                "Bearer " + caller.accessToken());
    }

    private Answer forward(Person caller, String original) {
        return rest.post(
                path("/messages"),
                caller,
                Map.of("clientMessageId", UUID.randomUUID().toString(), "forwardOf", original));
    }

    private Answer post(Person author, String body) {
        return post(author, channel, body);
    }

    private Answer post(Person author, String where, String body) {
        return rest.post(
                "/api/channels/" + where + "/messages",
                author,
                Map.of("clientMessageId", UUID.randomUUID().toString(), "body", body));
    }

    private int count(String table, Person person) {
        return jdbc.queryForList(
                        "SELECT 1 FROM " + table + " WHERE channel_id = ? AND account_id = ?",
                        Integer.class,
                        channel,
                        person.id())
                .size();
    }

    private JsonNode lastEvent() {
        return Rest.JSON.readTree(jdbc.queryForList(
                        "SELECT payload FROM domain_event_entry WHERE aggregate_identifier = ?"
                                + " ORDER BY sequence_number DESC LIMIT 1",
                        byte[].class,
                        channel)
                .getFirst());
    }

    private String path(String rest) {
        return "/api/channels/" + channel + rest;
    }
}
