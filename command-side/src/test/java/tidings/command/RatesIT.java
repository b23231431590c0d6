package tidings.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.PostMessage;
import tidings.command.contract.Rejected;
import tidings.command.running.Answer;
import tidings.command.running.Person;
import tidings.command.running.RealServers;
import tidings.command.running.Rest;
import tidings.command.stream.StreamServer;

/**
 * Limits of what one account may do, as they are by default but for a slow refill, so that the machine's pace does not matter. A
 * whole node, beside the one that the other tests share: Spring's tests would stop that one for this.
 */
class RatesIT {

    private static @Nullable ConfigurableApplicationContext node;

    private final CommandDoor door =
            new CommandDoor(node().getBean(StreamServer.class).port(), RealServers.SECRET);

    private final Rest rest = new Rest(node().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    private final Person ada = rest.person("ada");

    @BeforeAll
    static void start() {
        node = new SpringApplicationBuilder(CommandSideApplication.class)
                .initializers(
                        new RealServers(),
                        context -> TestPropertyValues.of(
                                        "tidings.limits.account-sends-per-second=1",
                                        "tidings.limits.bot-burst=5",
                                        "tidings.limits.token-burst=10",
                                        "tidings.limits.channel-burst=10",
                                        "tidings.limits.direct-channel-burst=30",
                                        "tidings.limits.webhook-burst=10",
                                        "tidings.limits.addition-burst=50")
                                .applyTo(context))
                .run("--server.port=0");
    }

    @AfterAll
    static void stop() {
        node().close();
    }

    private static ConfigurableApplicationContext node() {
        return Objects.requireNonNull(node);
    }

    @AfterEach
    void leave() {
        door.close();
    }

    @Test
    void holdForSendsOverRest() {
        String channel = rest.channel(ada, "PUBLIC", "rates-" + ada.username());
        assertLimited(many(
                300,
                i -> rest.post(
                        "/api/channels/" + channel + "/messages",
                        ada,
                        Map.of("clientMessageId", "m" + i, "body", "hi"))));
    }

    @Test
    void areTheSameBehindBothDoors() {
        String channel = rest.channel(ada, "PUBLIC", "doors-" + ada.username());
        assertLimited(many(300, i -> rest.put("/api/channels/" + channel + "/members/me", ada)));
        Rejected refused = bySocket(ada, channel).getRejected();
        assertThat(refused.getCode()).isEqualTo("RATE_LIMITED");
        assertThat(refused.getRetryAfterMs()).isPositive();

        Person bob = rest.person("bob");
        IntStream.range(0, 300).forEach(i -> bySocket(bob, channel));
        assertThat(rest.put("/api/channels/" + channel + "/members/me", bob).code())
                .isEqualTo("RATE_LIMITED");
        assertThat(rest.put("/api/channels/" + channel + "/members/me", rest.person("eve"))
                        .status())
                .as("nobody else waits")
                .isEqualTo(204);
    }

    @Test
    void holdForChannels() {
        assertLimited(many(
                15,
                i -> rest.post(
                        "/api/channels",
                        ada,
                        Map.of(
                                "name",
                                "c" + i + "-" + ada.username(),
                                "visibility",
                                i % 2 == 0 ? "PUBLIC" : "PRIVATE"))));
        assertThat(open(List.of(rest.person("bob").id())).status())
                .as("talking to somebody is something else")
                .isEqualTo(201);
        assertLimited(many(40, i -> open(List.of(rest.person("many").id()))));
    }

    @Test
    void holdForWebhooks() {
        String channel = rest.channel(ada, "PUBLIC", "hooks-" + ada.username());
        assertLimited(many(15, i -> rest.post("/api/channels/" + channel + "/webhooks", ada, Map.of("name", "h" + i))));
    }

    @Test
    void holdForBotsAndTheirTokens() {
        assertLimited(many(15, i -> rest.post("/api/bots", ada, Map.of("username", "b" + i + "-" + ada.username()))));
        assertLimited(many(
                15,
                i -> rest.post(
                        "/api/accounts/me/tokens",
                        ada,
                        Map.of("name", "t", "scopes", List.of("messages:read"), "password", Rest.PASSWORD))));
    }

    @Test
    void holdForBringingPeopleIntoChannels() {
        List<String> people = many(30, i -> rest.person("pulled").id()).stream().toList();
        Answer first = open(people);
        Answer second = open(people);
        Answer third = open(people);
        assertThat(List.of(first.status(), second.status())).containsOnly(201);
        assertThat(third.code()).isEqualTo("RATE_LIMITED");
    }

    private Answer open(List<String> people) {
        return rest.post("/api/channels", ada, Map.of("visibility", "DIRECT", "memberIds", people));
    }

    private CommandReply bySocket(Person person, String channel) {
        return door.send(CommandRequest.newBuilder()
                .setRequestId(1)
                .setActorId(person.id())
                .setChannelId(channel)
                .setPostMessage(PostMessage.newBuilder()
                        .setClientMessageId(UUID.randomUUID().toString())
                        .setBody("hi"))
                .build());
    }

    private static void assertLimited(List<Answer> answers) {
        assertThat(answers.getFirst().status()).isBetween(200, 299);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("RATE_LIMITED");
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                });
    }

    private static <T> List<T> many(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }
}
