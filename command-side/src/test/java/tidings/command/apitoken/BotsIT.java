package tidings.command.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tidings.events.account.AccountId;

/** What an account owns has no more than the account's present standing (ADR-0016). */
@CommandNodeTest
class BotsIT {

    private static final List<String> ALL = List.of("messages:read", "messages:write", "channels:manage");

    private final JdbcClient jdbc;
    private Rest rest = new Rest(0);
    private Person moderator = new Person("", "", "", "");
    private Person owner = new Person("", "", "", "");
    private String bot = "";

    BotsIT(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void makeABot(@LocalServerPort int port) {
        rest = new Rest(port);
        moderator = rest.person("mod");
        owner = rest.person("owner");
        bot = bot();
    }

    @Test
    void areBannedWithTheirOwners() {
        String channel = rest.channel(moderator, "PRIVATE", "ban-" + owner.username(), owner);
        rest.put("/api/channels/" + channel + "/members/" + bot, moderator);
        Person program = program(issue(bot));
        assertThat(post(channel, program).status()).isEqualTo(201);
        assertThat(rest.put("/api/channels/" + channel + "/bans/" + owner.id(), moderator)
                        .status())
                .isEqualTo(204);
        assertThat(post(channel, program).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.put("/api/channels/" + channel + "/members/" + bot, moderator)
                        .code())
                .isEqualTo("CONFLICT");
        assertThat(membersOf(channel)).containsExactly(moderator.id());
    }

    @Test
    void areRemovedWithTheirOwnersAndGoWhenTheyGo() {
        String channel = rest.channel(moderator, "PRIVATE", "out-" + owner.username(), owner);
        rest.put("/api/channels/" + channel + "/members/" + bot, moderator);
        rest.delete("/api/channels/" + channel + "/members/" + owner.id(), moderator);
        assertThat(membersOf(channel)).containsExactly(moderator.id());
        rest.put("/api/channels/" + channel + "/members/" + owner.id(), moderator);
        rest.put("/api/channels/" + channel + "/members/" + bot, moderator);
        rest.delete("/api/channels/" + channel + "/members/me", owner);
        assertThat(membersOf(channel)).containsExactly(moderator.id());
    }

    @Test
    void areBannedFromTheirBeginningWhereTheirOwnersAre() {
        String channel = rest.channel(moderator, "PUBLIC", "later-" + owner.username());
        rest.put("/api/channels/" + channel + "/bans/" + owner.id(), moderator);
        bot = bot();
        Person program = program(issue(bot));
        assertThat(rest.put("/api/channels/" + channel + "/members/me", program).code())
                .isEqualTo("FORBIDDEN");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM ban WHERE channel_id = ?")
                        .param(channel)
                        .query(Long.class)
                        .single())
                .as("the owner, the bot from before and the new one")
                .isEqualTo(3);
    }

    @Test
    void endWithTheirOwnersAccounts() {
        for (String end : List.of("deactivation", "deletion")) {
            owner = rest.person("owner");
            bot = bot();
            Answer issued = issue(bot);
            Person program = program(issued);
            assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(201);
            assertThat(rest.post("/api/accounts/me/" + end, owner, Map.of("password", Rest.PASSWORD))
                            .status())
                    .isEqualTo(204);
            assertThat(rest.post("/api/tickets", program, Map.of()).status())
                    .as(end)
                    .isEqualTo(401);
            assertThat(exchange(issued).status()).as(end).isEqualTo(401);
            assertThat(jdbc.sql("SELECT COUNT(*) FROM domain_event_entry WHERE aggregate_identifier = ?"
                                    + " AND payload_type = 'SessionEnded'")
                            .param(bot)
                            .query(Long.class)
                            .single())
                    .as("gateways and query nodes hear of it")
                    .isEqualTo(1);
        }
    }

    @Test
    void areRefusedByTheirOwnersStandingAlone() {
        Answer issued = issue(bot);
        Person program = program(issued);
        // as when the node dies between the event and the ends of the sessions
        jdbc.sql("INSERT INTO account_standing (account_id, standing) VALUES (?, 'DEACTIVATED')")
                .param(owner.id())
                .update();
        assertThat(rest.post("/api/tickets", program, Map.of()).status()).isEqualTo(401);
        assertThat(exchange(issued).status()).isEqualTo(401);
    }

    @Test
    void areTenToAnAccount() {
        assertThat(IntStream.range(1, 12)
                        .mapToObj(i -> rest.post(
                                        "/api/bots", owner, Map.of("username", "b" + i + "-" + owner.username()))
                                .status()))
                .filteredOn(status -> status == 201)
                .hasSize(9);
    }

    private String bot() {
        return rest.post("/api/bots", owner, Map.of("username", "bot-" + owner.username()))
                .field("id");
    }

    private Answer issue(String account) {
        return rest.post(
                "/api/accounts/" + account + "/tokens",
                owner,
                Map.of("name", "ci", "scopes", ALL, "password", Rest.PASSWORD));
    }

    private Person program(Answer issued) {
        return new Person(bot, "program", exchange(issued).field("accessToken"), "");
    }

    private Answer exchange(Answer issued) {
        return rest.post("/api/sessions/token", null, Map.of("token", issued.field("token")));
    }

    private List<String> membersOf(String channel) {
        return jdbc.sql("SELECT account_id FROM membership WHERE channel_id = ?")
                .param(channel)
                .query((row, n) -> AccountId.parse(row.getString(1)).toString())
                .list();
    }

    private Answer post(String channel, Person author) {
        return rest.post(
                "/api/channels/" + channel + "/messages", author, Map.of("clientMessageId", "m", "body", "hi"));
    }
}
