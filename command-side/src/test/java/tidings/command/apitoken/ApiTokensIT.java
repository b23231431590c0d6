package tidings.command.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;

@CommandNodeTest
class ApiTokensIT {

    private static final List<String> ALL = List.of("messages:read", "messages:write", "channels:manage");

    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);

    ApiTokensIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void letAProgramActAsABotWithinTheirScopes() throws ParseException {
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PUBLIC", "bots-" + ada.username());
        String bot = bot(ada);
        Person writer = program(bot, issue(ada, bot, List.of("messages:read", "messages:write")));
        assertThat(rest.put("/api/channels/" + channel + "/members/me", writer).code())
                .isEqualTo("FORBIDDEN");
        assertThat(rest.put("/api/channels/" + channel + "/members/" + bot, ada).status())
                .isEqualTo(204);
        assertThat(post(channel, writer).status()).isEqualTo(201);
        assertThat(rest.post("/api/tickets", writer, Map.of()).status()).isEqualTo(201);
        assertThat(rest.patch("/api/accounts/me", writer, Map.of("displayName", "x"))
                        .code())
                .isEqualTo("FORBIDDEN");
        assertThat(rest.post("/api/bots", writer, Map.of("username", "x")).code())
                .isEqualTo("FORBIDDEN");

        Person reader = program(bot, issue(ada, bot, List.of("messages:read")));
        assertThat(post(channel, reader).code()).isEqualTo("FORBIDDEN");
        assertThat(rest.post("/api/tickets", reader, Map.of()).code()).isEqualTo("FORBIDDEN");
        assertThat(SignedJWT.parse(reader.accessToken()).getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("messages:read");
    }

    @Test
    void areGoodForNothingOnceRevoked() {
        Person ada = rest.person("ada");
        String bot = bot(ada);
        Answer issued = issue(ada, bot, ALL);
        Person program = program(bot, issued);
        String token = "/api/accounts/" + bot + "/tokens/" + issued.field("id");
        assertThat(rest.get("/api/accounts/" + bot + "/tokens", "Authorization", "Bearer " + ada.accessToken())
                        .json())
                .hasSize(1);
        assertThat(rest.delete(token, ada).status()).isEqualTo(204);
        assertThat(rest.delete(token, ada).status()).isEqualTo(204);
        assertThat(rest.post("/api/tickets", program, Map.of()).code()).isEqualTo("UNAUTHENTICATED");
        assertThat(exchange(issued.field("token")).code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void areNobodyElsesToManage() {
        Person ada = rest.person("ada");
        Person eve = rest.person("eve");
        String bot = bot(ada);
        String id = issue(ada, bot, ALL).field("id");
        assertThat(issue(eve, bot, ALL).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.delete("/api/accounts/" + bot + "/tokens/" + id, eve).code())
                .isEqualTo("NOT_FOUND");
        assertThat(issue(eve, ada.id(), ALL).code()).isEqualTo("NOT_FOUND");
        assertThat(issue(ada, "me", ALL).status()).isEqualTo(201);
    }

    @Test
    void mustBeSound() {
        Person ada = rest.person("ada");
        assertThat(issue(ada, "me", List.of()).code()).isEqualTo("BAD_FRAME");
        assertThat(issue(ada, "me", List.of("everything")).code()).isEqualTo("BAD_FRAME");
        assertThat(rest.post(
                                "/api/accounts/me/tokens",
                                ada,
                                Map.of("name", " ", "scopes", ALL, "password", Rest.PASSWORD))
                        .code())
                .isEqualTo("BAD_FRAME");
        assertThat(rest.post(
                                "/api/accounts/me/tokens",
                                ada,
                                Map.of("name", "x", "scopes", ALL, "days", 0, "password", Rest.PASSWORD))
                        .code())
                .isEqualTo("BAD_FRAME");
        assertThat(exchange("' OR 1=1 --").code()).isEqualTo("UNAUTHENTICATED");
        assertThat(exchange("tdg_unknown").code()).isEqualTo("UNAUTHENTICATED");
        assertThat(rest.post("/api/sessions/token", null, Map.of()).code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void surviveAPasswordChangeButNotADeactivation() {
        Person ada = rest.person("ada");
        Answer issued = issue(ada, "me", ALL);
        Person program = program(ada.id(), issued);
        rest.put(
                "/api/accounts/me/password",
                ada,
                Map.of("oldPassword", Rest.PASSWORD, "newPassword", "battery staple"));
        assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(201);
        rest.post("/api/accounts/me/deactivation", ada, Map.of("password", "battery staple"));
        assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(401);
        assertThat(exchange(issued.field("token")).status()).isEqualTo(401);
    }

    @Test
    void areIssuedToWhoShowsThePasswordAgainOnly() {
        Person ada = rest.person("ada");
        String bot = bot(ada);
        for (String account : List.of("me", bot)) {
            Map<String, Object> token = Map.of("name", "ci", "scopes", ALL);
            Answer unproven = rest.post("/api/accounts/" + account + "/tokens", ada, token);
            assertThat(unproven.status()).isEqualTo(401);
            assertThat(unproven.code()).isEqualTo("REAUTHENTICATION_REQUIRED");
            assertThat(unproven.header("WWW-Authenticate")).contains("insufficient_user_authentication");
            Map<String, Object> guessed = Map.of("name", "ci", "scopes", ALL, "password", "wrong horse");
            assertThat(rest.post("/api/accounts/" + account + "/tokens", ada, guessed)
                            .code())
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(tokensOf("me", ada)).isEmpty();
    }

    @Test
    void standBesideTheSessionsAndEndThere() {
        Person ada = rest.person("ada");
        String bot = bot(ada);
        Answer own = issue(ada, "me", ALL);
        Person program = program(bot, issue(ada, bot, ALL));
        List<String> listed = sessions(ada).stream()
                .map(session -> session.path("kind").asString() + " "
                        + session.path("accountId").asString(""))
                .toList();
        assertThat(listed).containsExactlyInAnyOrder("LOGIN ", "TOKEN " + ada.id(), "TOKEN " + bot);
        String botsToken = sessions(ada).stream()
                .filter(session -> session.path("accountId").asString("").equals(bot))
                .map(session -> session.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(rest.delete("/api/sessions/" + botsToken, rest.person("eve")).code())
                .isEqualTo("NOT_FOUND");
        assertThat(rest.delete("/api/sessions/" + botsToken, ada).status()).isEqualTo(204);
        assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(401);
        assertThat(exchange(own.field("token")).status()).isEqualTo(200);
    }

    @Test
    void endWithThePasswordWhereItsOwnerSaysSo() {
        Person ada = rest.person("ada");
        String bot = bot(ada);
        Answer own = issue(ada, "me", ALL);
        Answer unused = issue(ada, bot, ALL);
        Person program = program(bot, issue(ada, bot, ALL));
        rest.put(
                "/api/accounts/me/password",
                ada,
                Map.of("oldPassword", Rest.PASSWORD, "newPassword", "battery staple", "revokeTokens", true));
        assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(401);
        assertThat(exchange(own.field("token")).status()).isEqualTo(401);
        assertThat(exchange(unused.field("token")).status()).isEqualTo(401);
        assertThat(sessions(ada)).hasSize(1);
    }

    @Test
    void reachNoRouteByAnotherSpellingOfItsPath() {
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PUBLIC", "spelled-" + ada.username());
        Person manager = program(ada.id(), issue(ada, "me", List.of("channels:manage")));
        for (String spelling : List.of("%6dessages", "messages;x=1", "messages;", "m%65ssages;a=b", "%6Dessages/")) {
            Answer answer = rest.post(
                    "/api/channels/" + channel + "/" + spelling, manager, Map.of("clientMessageId", "m", "body", "hi"));
            assertThat(answer.status()).as(spelling).isIn(400, 403, 404);
        }
        assertThat(rest.post("/api/channels/" + channel + "/webhooks", manager, Map.of("name", "x"))
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void leaveNoSecretInTheLog() {
        Person ada = rest.person("ada");
        String secret = issue(ada, "me", ALL).field("token");
        String log = String.join(
                "\n",
                jdbc.query(
                        "SELECT payload, meta_data FROM domain_event_entry WHERE aggregate_identifier = ?",
                        (row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8)
                                + new String(row.getBytes(2), StandardCharsets.UTF_8),
                        ada.id()));
        assertThat(log).contains("messages:write").doesNotContain(secret).doesNotContain(Rest.PASSWORD);
    }

    private List<JsonNode> sessions(Person person) {
        return rest.get("/api/sessions", "Authorization", "Bearer " + person.accessToken())
                .json()
                .valueStream()
                .toList();
    }

    private JsonNode tokensOf(String account, Person owner) {
        return rest.get("/api/accounts/" + account + "/tokens", "Authorization", "Bearer " + owner.accessToken())
                .json();
    }

    private String bot(Person owner) {
        Answer bot = rest.post("/api/bots", owner, Map.of("username", "bot-" + owner.username()));
        assertThat(bot.status()).isEqualTo(201);
        return bot.field("id");
    }

    private Answer issue(Person owner, String account, List<String> scopes) {
        return rest.post(
                "/api/accounts/" + account + "/tokens",
                owner,
                Map.of("name", "ci", "scopes", scopes, "password", Rest.PASSWORD));
    }

    private Person program(String account, Answer issued) {
        Answer access = exchange(issued.field("token"));
        assertThat(access.status()).isEqualTo(200);
        return new Person(account, "program", access.field("accessToken"), "");
    }

    private Answer exchange(String token) {
        return rest.post("/api/sessions/token", null, Map.of("token", token));
    }

    private Answer post(String channel, Person author) {
        return rest.post(
                "/api/channels/" + channel + "/messages", author, Map.of("clientMessageId", "m", "body", "hi"));
    }
}
