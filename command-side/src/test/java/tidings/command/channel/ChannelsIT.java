package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

@CommandNodeTest
class ChannelsIT {

    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private Person bob = ada;
    private Person eve = ada;

    @BeforeEach
    void people(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        bob = rest.person("bob");
        eve = rest.person("eve");
    }

    @Test
    void opensAChannel() {
        Answer answer = open(ada, "PUBLIC", unique(), bob);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(UUID.fromString(answer.field("id")).version()).isEqualTo(7);
        assertThat(post(bob, answer.field("id")).status()).as("bob is a member").isEqualTo(201);
        assertThat(post(eve, answer.field("id")).status()).isEqualTo(403);
    }

    @Test
    void givesANameToOneChannelOnly() {
        String name = unique();
        assertThat(open(ada, "PUBLIC", name).status()).isEqualTo(201);
        Answer again = open(bob, "PRIVATE", name);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("CONFLICT");
        Answer decomposed = open(bob, "PUBLIC", name + "e\u0301");
        assertThat(decomposed.status()).isEqualTo(201);
        assertThat(open(bob, "PUBLIC", name + "\u00e9").status()).isEqualTo(409);
    }

    @Test
    void hasOneDirectChannelPerSetOfPeople() {
        Answer first = direct(ada, bob);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(direct(ada, bob).field("id")).isEqualTo(first.field("id"));
        assertThat(direct(bob, ada).field("id")).isEqualTo(first.field("id"));
        assertThat(direct(ada, bob, eve).field("id")).isNotEqualTo(first.field("id"));
        assertThat(post(bob, first.field("id")).status()).isEqualTo(201);
        assertThat(post(eve, first.field("id")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"x1\"}",
                "{\"name\":\"x2\",\"visibility\":\"SECRET\"}",
                "{\"name\":\"x3\",\"visibility\":0}",
                "{\"name\":\"x4\",\"visibility\":\"public\"}",
                "{\"name\":7,\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"\",\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"Upper\",\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"a b\",\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"'; DROP TABLE channel_name; --\",\"visibility\":\"PUBLIC\"}",
                "{\"name\":\"x5\",\"visibility\":\"DIRECT\"}",
                "{\"visibility\":\"DIRECT\"}",
                "{\"visibility\":\"DIRECT\",\"memberIds\":[]}",
                "{\"name\":\"x6\",\"visibility\":\"PUBLIC\",\"memberIds\":\"x\"}",
                "{\"name\":\"x7\",\"visibility\":\"PUBLIC\",\"memberIds\":[null]}",
                "{\"name\":\"x8\",\"visibility\":\"PUBLIC\",\"memberIds\":[7]}",
                "{\"name\":\"x9\",\"visibility\":\"PUBLIC\",\"memberIds\":[\"bob\"]}",
                "{\"name\":\"xa\",\"visibility\":\"PUBLIC\",\"topic\":\"a\\u0000b\"}",
                "{\"name\":\"xb\",\"visibility\":\"PUBLIC\",\"topic\":\"\\udc00\"}"
            })
    void refusesWhatIsNoChannel(String body) {
        Answer answer = rest.send("POST", "/api/channels", body, "Authorization", "Bearer " + ada.accessToken());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void refusesLongNamesAndUnknownMembers() {
        assertThat(open(ada, "PUBLIC", "x".repeat(81)).code()).isEqualTo("TOO_LARGE");
        Answer stranger = rest.post(
                "/api/channels",
                ada,
                Map.of(
                        "name",
                        unique(),
                        "visibility",
                        "PRIVATE",
                        "memberIds",
                        List.of(UUID.randomUUID().toString())));
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void letsEverybodyJoinAndLeavePublicChannels() {
        String channel = rest.channel(ada, "PUBLIC", unique());
        assertThat(member("PUT", bob, channel, "me")).isEqualTo(204);
        assertThat(member("PUT", bob, channel, bob.id())).as("again").isEqualTo(204);
        assertThat(post(bob, channel).status()).isEqualTo(201);
        assertThat(member("DELETE", bob, channel, "me")).isEqualTo(204);
        assertThat(member("DELETE", bob, channel, bob.id())).as("again").isEqualTo(204);
        assertThat(post(bob, channel).status()).isEqualTo(403);
    }

    @Test
    void addsAndRemovesMembers() {
        String channel = rest.channel(ada, "PRIVATE", unique(), bob);
        assertThat(member("PUT", ada, channel, eve.id())).isEqualTo(204);
        assertThat(post(eve, channel).status()).isEqualTo(201);
        assertThat(member("DELETE", bob, channel, eve.id()))
                .as("bob is no owner")
                .isEqualTo(403);
        assertThat(member("DELETE", ada, channel, eve.id())).isEqualTo(204);
        assertThat(post(eve, channel).status()).isEqualTo(404);
        assertThat(member("PUT", ada, channel, UUID.randomUUID().toString())).isEqualTo(404);
        assertThat(member("PUT", ada, channel, "nobody")).isEqualTo(404);
    }

    @Test
    void hidesPrivateChannelsAsIfTheyWereNotThere() {
        String hidden = rest.channel(ada, "PRIVATE", unique());
        String unknown = UUID.randomUUID().toString();
        String message = rest.post("/api/channels/" + hidden + "/messages", ada, message())
                .field("id");
        for (String member : List.of("me", bob.id())) {
            assertThat(rest.put("/api/channels/" + hidden + "/members/" + member, eve)
                            .text())
                    .isEqualTo(rest.put("/api/channels/" + unknown + "/members/" + member, eve)
                            .text())
                    .contains("NOT_FOUND");
            assertThat(rest.delete("/api/channels/" + hidden + "/members/" + member, eve)
                            .text())
                    .isEqualTo(rest.delete("/api/channels/" + unknown + "/members/" + member, eve)
                            .text())
                    .contains("NOT_FOUND");
        }
        assertThat(post(eve, hidden).text())
                .isEqualTo(post(eve, unknown).text())
                .contains("NOT_FOUND");
        String path = "/messages/" + message;
        Map<String, String> body = Map.of("body", "x");
        assertThat(rest.patch("/api/channels/" + hidden + path, eve, body).text())
                .isEqualTo(
                        rest.patch("/api/channels/" + unknown + path, eve, body).text())
                .contains("NOT_FOUND");
        assertThat(rest.delete("/api/channels/" + hidden + path, eve).text())
                .isEqualTo(rest.delete("/api/channels/" + unknown + path, eve).text())
                .contains("NOT_FOUND");
        assertThat(rest.put("/api/channels/" + hidden + path + "/reactions/%F0%9F%91%8D", eve)
                        .text())
                .isEqualTo(rest.put("/api/channels/" + unknown + path + "/reactions/%F0%9F%91%8D", eve)
                        .text())
                .contains("NOT_FOUND");
    }

    private Answer open(Person owner, String visibility, String name, Person... members) {
        Map<String, Object> channel = new HashMap<>(Map.of("name", name, "visibility", visibility));
        channel.put("memberIds", List.of(members).stream().map(Person::id).toList());
        channel.put("topic", "a topic; with 'quotes' and 👍");
        return rest.post("/api/channels", owner, channel);
    }

    private Answer direct(Person owner, Person... members) {
        return rest.post(
                "/api/channels",
                owner,
                Map.of(
                        "visibility",
                        "DIRECT",
                        "memberIds",
                        List.of(members).stream().map(Person::id).toList()));
    }

    private Answer post(Person author, String channel) {
        return rest.post("/api/channels/" + channel + "/messages", author, message());
    }

    private static Map<String, String> message() {
        return Map.of("clientMessageId", UUID.randomUUID().toString(), "body", "hi");
    }

    private int member(String method, Person caller, String channel, String member) {
        return rest.send(
                        method,
                        "/api/channels/" + channel + "/members/" + member,
                        null,
                        "Authorization",
                        "Bearer " + caller.accessToken())
                .status();
    }

    private static String unique() {
        return "c-" + UUID.randomUUID();
    }
}
