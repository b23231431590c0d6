package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Rest;
import tidings.command.running.Rest.Answer;
import tidings.command.running.Rest.Person;

@CommandNodeTest
class WebhooksIT {

    private Rest rest = new Rest(0);

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
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
