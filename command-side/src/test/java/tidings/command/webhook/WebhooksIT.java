package tidings.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

@CommandNodeTest
class WebhooksIT {

    private final JdbcClient jdbc;
    private Rest rest = new Rest(0);
    private Person owner = new Person("", "", "", "");

    WebhooksIT(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
        owner = rest.person("owner");
    }

    @Test
    void postAndAnswerARepeatedCallWithTheFirstAnswer() {
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PRIVATE", "ops-" + ada.username());
        String path = create(ada, channel).field("path");
        Answer first = send(path, "{\"text\":\"deployed\"}", "build-7");
        assertThat(first.status()).isEqualTo(201);
        assertThat(send(path, "{\"text\":\"deployed\"}", "build-7").text()).isEqualTo(first.text());
        Answer other = send(path, "{\"text\":\"failed\"}", "build-7");
        assertThat(other.code()).isEqualTo("CONFLICT");
        assertThat(other.json().path("first").path("id")).isEqualTo(first.json().path("id"));
        Answer next = send(path, "{\"body\":\"again\"}", "build-8");
        assertThat(next.json().path("seq").asLong())
                .isEqualTo(first.json().path("seq").asLong() + 1);
    }

    @Test
    void refuseWhatIsNoMessage() {
        Person ada = rest.person("ada");
        String path = create(ada, rest.channel(ada, "PUBLIC", "bad-" + ada.username()))
                .field("path");
        assertThat(rest.post(path, null, Map.of()).code()).isEqualTo("BAD_FRAME");
        assertThat(rest.post(path, null, Map.of("body", "")).code()).isEqualTo("BAD_FRAME");
        assertThat(rest.send("POST", path, "{").code()).isEqualTo("BAD_FRAME");
        assertThat(rest.post("/api/hooks/tdh_nothing", null, Map.of("body", "x"))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(rest.post("/api/hooks/x", null, Map.of("body", "x")).code()).isEqualTo("NOT_FOUND");
        assertThat(send(path, "{\"body\":\"x\"}", "k".repeat(300)).code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void areManagedByModeratorsAndAboveOnly() {
        Person ada = rest.person("ada");
        Person member = rest.person("member");
        Person eve = rest.person("eve");
        String channel = rest.channel(ada, "PRIVATE", "managed-" + ada.username(), member);
        String id = create(ada, channel).field("id");
        assertThat(create(member, channel).code()).isEqualTo("FORBIDDEN");
        assertThat(create(eve, channel).code()).isEqualTo("NOT_FOUND");
        String hook = "/api/channels/" + channel + "/webhooks/" + id;
        assertThat(rest.delete(hook, member).code()).isEqualTo("FORBIDDEN");
        assertThat(rest.delete(hook, eve).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.get("/api/channels/" + channel + "/webhooks", "Authorization", "Bearer " + ada.accessToken())
                        .json())
                .hasSize(1);
    }

    @Test
    void postNothingOnceDeleted() {
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PUBLIC", "gone-" + ada.username());
        Answer created = create(ada, channel);
        String hook = "/api/channels/" + channel + "/webhooks/" + created.field("id");
        assertThat(rest.delete(hook, ada).status()).isEqualTo(204);
        assertThat(rest.delete(hook, ada).code()).isEqualTo("NOT_FOUND");
        assertThat(rest.post(created.field("path"), null, Map.of("body", "x")).code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void endWithTheStandingOfWhoMadeThem() {
        Map<String, BiConsumer<String, Person>> ends = Map.of(
                "removed",
                (channel, maker) -> rest.delete("/api/channels/" + channel + "/members/" + maker.id(), owner),
                "banned",
                (channel, maker) -> rest.put("/api/channels/" + channel + "/bans/" + maker.id(), owner),
                "lowered",
                (channel, maker) -> rest.put(
                        "/api/channels/" + channel + "/members/" + maker.id(), owner, Map.of("role", "MEMBER")),
                "gone",
                (channel, maker) -> rest.delete("/api/channels/" + channel + "/members/me", maker),
                "deactivated",
                (channel, maker) ->
                        rest.post("/api/accounts/me/deactivation", maker, Map.of("password", Rest.PASSWORD)),
                "deleted",
                (channel, maker) -> rest.post("/api/accounts/me/deletion", maker, Map.of("password", Rest.PASSWORD)));
        ends.forEach((how, end) -> {
            Person maker = rest.person("maker");
            String channel = rest.channel(owner, "PRIVATE", how + "-" + maker.username(), maker);
            assertThat(rest.put("/api/channels/" + channel + "/members/" + maker.id(), owner, Map.of("role", "ADMIN"))
                            .text())
                    .as(how)
                    .isEmpty();
            Answer created = create(maker, channel);
            assertThat(created.text()).as(how).contains("/api/hooks/");
            String path = created.field("path");
            assertThat(rest.post(path, null, Map.of("body", "x")).status())
                    .as(how)
                    .isEqualTo(201);
            end.accept(channel, maker);
            assertThat(rest.post(path, null, Map.of("body", "x")).code())
                    .as(how)
                    .isEqualTo("NOT_FOUND");
        });
    }

    @Test
    void leaveNoTokensToWhoMadeThem() {
        String channel = rest.channel(owner, "PRIVATE", "tokens-" + owner.username());
        String webhook = create(owner, channel).field("id");
        String bot = jdbc.sql("SELECT account_id FROM webhook WHERE webhook_id = ?")
                .param(webhook)
                .query(String.class)
                .single();
        assertThat(issue(bot).code()).isEqualTo("FORBIDDEN");
        rest.delete("/api/channels/" + channel + "/webhooks/" + webhook, owner);
        assertThat(issue(bot).code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void areMadeByWhoSignedInJustNowOrShowsThePassword() {
        String channel = rest.channel(owner, "PRIVATE", "late-" + owner.username());
        jdbc.sql("UPDATE session SET started_at = started_at - INTERVAL 301 SECOND WHERE account_id = ?")
                .param(owner.id())
                .update();
        assertThat(create(owner, channel).code()).isEqualTo("REAUTHENTICATION_REQUIRED");
        Map<String, Object> proven = Map.of("name", "Builds", "password", Rest.PASSWORD);
        assertThat(rest.post("/api/channels/" + channel + "/webhooks", owner, proven)
                        .status())
                .isEqualTo(201);
    }

    private Answer issue(String account) {
        Map<String, Object> token = Map.of("name", "ci", "scopes", List.of("messages:read"), "password", Rest.PASSWORD);
        return rest.post("/api/accounts/" + account + "/tokens", owner, token);
    }

    @Test
    void haveToWaitWhenTheyPostTooOften() {
        Person ada = rest.person("ada");
        String path = create(ada, rest.channel(ada, "PUBLIC", "much-" + ada.username()))
                .field("path");
        assertThat(IntStream.range(0, 60).mapToObj(i -> rest.post(path, null, Map.of("body", "n" + i))))
                .filteredOn(answer -> answer.code().equals("RATE_LIMITED"))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{'attachments':[{'text':'failed'}]} ~ attachments",
                "{'text':'','attachments':[{'text':'disk full'}]} ~ attachments",
                "{'text':'x','blocks':[{'type':'section'}]} ~ blocks",
                "{'text':'x','username':'deploy-bot'} ~ username",
                "{'text':'x','icon_emoji':':x:','channel':'#ops'} ~ channel, icon_emoji",
                "{'text':'x','thread_ts':'1.2'} ~ thread_ts",
                "{'body':'x','text':'y'} ~ one of them",
                "{'content':'of another system'} ~ content"
            })
    void nameWhatTheyCannotTake(String json, String named) {
        Person ada = rest.person("ada");
        String path = create(ada, rest.channel(ada, "PUBLIC", "slack-" + ada.username()))
                .field("path");
        Answer answer = rest.send("POST", path, json.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("detail")).contains(named);
    }

    @Test
    void takeSlacksTextAndLineBreaks() {
        Person ada = rest.person("ada");
        String path = create(ada, rest.channel(ada, "PUBLIC", "slacktext-" + ada.username()))
                .field("path");
        for (String json : List.of(
                "{\"text\":\"<!here> a &lt; b\\r\\nc\",\"mrkdwn\":true,\"attachments\":[]}",
                "{\"text\":\"x\",\"username\":null,\"blocks\":[],\"unfurl_links\":false}")) {
            assertThat(rest.send("POST", path, json).status()).isEqualTo(201);
        }
    }

    private Answer create(Person caller, String channel) {
        return rest.post("/api/channels/" + channel + "/webhooks", caller, Map.of("name", "Builds"));
    }

    private Answer send(String path, String body, String key) {
        return rest.send("POST", path, body, "Idempotency-Key", key);
    }
}
