package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Person;
import tidings.command.running.Rest;

/** What somebody may not see is answered in every respect as what there is not. */
@CommandNodeTest
class HiddenThingsIT {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final String SQL = "'%20OR%20'1'='1'%20--%20";
    /** Every field of every request, so that nothing is refused for what is missing. */
    private static final String BODY = Rest.JSON.writeValueAsString(Map.of(
            "name",
            "x",
            "topic",
            "x",
            "body",
            "x",
            "clientMessageId",
            "k",
            "scopes",
            List.of("messages:write"),
            "password",
            Rest.PASSWORD));

    private final RequestMappingHandlerMapping routes;
    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private Person eve = new Person("", "", "", "");
    private String hidden = "";
    private String message = "";
    private String webhook = "";

    HiddenThingsIT(@Autowired RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    private record Route(String method, String path) {
        Route with(String variable, String value) {
            return new Route(method, path.replace("{" + variable + "}", value));
        }
    }

    @BeforeEach
    void hideAChannel(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        eve = rest.person("eve");
        hidden = rest.channel(ada, "PRIVATE", "hidden-" + ada.username());
        message = post(ada, hidden);
        webhook = rest.post("/api/channels/" + hidden + "/webhooks", ada, Map.of("name", "h"))
                .field("id");
    }

    @Test
    void hidesChannels() {
        List<Route> ofChannels = routes("/api/channels/{channelId}");
        assertThat(ofChannels).hasSizeGreaterThan(15);
        for (Route route : ofChannels) {
            Route inside = route.with("messageId", message)
                    .with("webhookId", webhook)
                    .with("userId", ada.id())
                    .with("emoji", "%F0%9F%91%8D");
            assertHidden(inside, "channelId", hidden);
            Route asOneself = route.with("userId", "me").with("messageId", message);
            assertHidden(asOneself.with("webhookId", webhook).with("emoji", "%F0%9F%91%8D"), "channelId", hidden);
        }
    }

    @Test
    void hidesMessagesOfOtherChannels() {
        String own = rest.channel(eve, "PUBLIC", "own-" + eve.username());
        String mine = post(eve, own);
        for (Route route : routes("/api/channels/{channelId}")) {
            if (route.path().contains("{messageId}")) {
                Route inside = route.with("channelId", own).with("emoji", "%F0%9F%91%8D");
                assertHidden(inside, "messageId", message);
                assertThat(call(inside.with("messageId", mine)).status()).isLessThan(300);
                mine = post(eve, own);
            } else if (route.path().contains("{webhookId}")) {
                assertHidden(route.with("channelId", own), "webhookId", webhook);
            }
        }
        for (String field : List.of("replyTo", "forwardOf")) {
            assertThat(pointing(own, field, message)).isEqualTo(pointing(own, field, nobody()));
            assertThat(pointing(own, field, message)).contains("NOT_FOUND");
        }
    }

    @Test
    void hidesAccountsWhereTheyAreNotOnesOwn() {
        List<Route> ofAccounts = routes("/api/accounts/{accountId}");
        assertThat(ofAccounts).hasSizeGreaterThan(5);
        for (Route route : ofAccounts) {
            Route inside = route.with("tokenId", nobody()).with("role", "ADMIN");
            Answer existing = call(inside.with("accountId", ada.id()));
            assertThat(existing.code()).as(route.toString()).isIn("NOT_FOUND", "FORBIDDEN");
            assertThat(call(inside.with("accountId", nobody())).text()).isEqualTo(existing.text());
        }
        String session = session(ada);
        assertHidden(new Route("DELETE", "/api/sessions/{sessionId}"), "sessionId", session);
        assertThat(rest.post("/api/tickets", ada, Map.of()).status()).isEqualTo(201);
    }

    private void assertHidden(Route route, String variable, String value) {
        Answer existing = call(route.with(variable, value));
        assertThat(existing.code()).as(route.toString()).isEqualTo("NOT_FOUND");
        Answer missing = call(route.with(variable, nobody()));
        assertThat(missing.text()).as(route.toString()).isEqualTo(existing.text());
        for (String noId : List.of(SQL, "x")) {
            assertThat(call(route.with(variable, noId)).code())
                    .as(route.toString())
                    .isEqualTo("NOT_FOUND");
        }
    }

    private Answer call(Route route) {
        assertThat(VARIABLE.matcher(route.path()).find()).as(route.path()).isFalse();
        boolean body = List.of("POST", "PATCH").contains(route.method());
        return rest.send(
                route.method(), route.path(), body ? BODY : null, "Authorization", "Bearer " + eve.accessToken());
    }

    private String pointing(String channel, String field, String id) {
        Map<String, String> message = field.equals("forwardOf")
                ? Map.of("clientMessageId", "p", field, id)
                : Map.of("clientMessageId", "p", "body", "x", field, id);
        return rest.post("/api/channels/" + channel + "/messages", eve, message).text();
    }

    private List<Route> routes(String prefix) {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith(prefix))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path))))
                .toList();
    }

    private String post(Person author, String channel) {
        return rest.post(
                        "/api/channels/" + channel + "/messages",
                        author,
                        Map.of("clientMessageId", nobody(), "body", "x"))
                .field("id");
    }

    private String session(Person person) {
        return Stream.of(rest.get("/api/sessions", "Authorization", "Bearer " + person.accessToken()))
                .map(answer -> answer.json().path(0).path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String nobody() {
        return UUID.randomUUID().toString();
    }
}
