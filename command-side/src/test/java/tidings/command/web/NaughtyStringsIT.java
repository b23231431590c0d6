package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Payloads;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tidings.command.text.Bidi;
import tidings.command.text.LineBreaks;
import tidings.events.emoji.Emoji;
import tools.jackson.databind.JsonNode;

/** Whatever is written into a free text field is in the log as it was written, in NFC, or is refused under a stable code. */
@CommandNodeTest
class NaughtyStringsIT {

    private static final Set<String> CODES =
            Set.of("BAD_FRAME", "TOO_LARGE", "CONFLICT", "NOT_FOUND", "METHOD_NOT_ALLOWED");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Rest rest = new Rest(0);
    private Person ada = new Person("", "", "", "");
    private String id = "";
    private String channel = "";
    private String hook = "";
    private String message = "";
    private int bots;

    @BeforeEach
    void openAChannel(@LocalServerPort int port) {
        rest = new Rest(port);
        ada = rest.person("ada");
        id = rest.channel(ada, "PUBLIC", "naughty-" + ada.username());
        channel = "/api/channels/" + id;
    }

    @Test
    void surviveAsBodies() {
        Set<String> accepted = accepted(NaughtyStringsIT::written, this::post);
        assertThat(logged(id, "MessagePosted", "body")).isEqualTo(accepted);
    }

    @Test
    void surviveAsNewBodies() {
        message = channel + "/messages/" + post("first").field("id");
        Set<String> accepted =
                accepted(NaughtyStringsIT::written, text -> rest.patch(message, ada, Map.of("body", text)));
        assertThat(logged(id, "MessageEdited", "body")).isEqualTo(accepted);
    }

    @Test
    void surviveAsBodiesOfWebhooks() {
        AtomicInteger calls = new AtomicInteger();
        Function<String, Answer> call = text -> {
            // each may post 20 at once
            if (calls.getAndIncrement() % 20 == 0) {
                hook = rest.post(channel + "/webhooks", ada, Map.of("name", "Builds"))
                        .field("path");
            }
            return rest.post(hook, null, Map.of("body", text));
        };
        Set<String> accepted = accepted(NaughtyStringsIT::written, call);
        assertThat(logged(id, "MessagePosted", "body")).isEqualTo(accepted);
    }

    @Test
    void surviveAsKeysOfMessages() {
        Set<String> accepted = accepted(
                UnaryOperator.identity(),
                text -> rest.post(channel + "/messages", ada, Map.of("body", "x", "clientMessageId", text)));
        assertThat(logged(id, "MessagePosted", "clientMessageId")).isEqualTo(accepted);
    }

    @Test
    void surviveAsEmoji() {
        AtomicInteger calls = new AtomicInteger();
        Function<String, Answer> react = text -> {
            // a message takes 50 kinds
            if (calls.getAndIncrement() % 40 == 0) {
                message = post("x").field("id");
            }
            return rest.put(channel + "/messages/" + message + "/reactions/" + encoded(text), ada);
        };
        List<String> texts = Stream.concat(
                        Payloads.naughtyStrings().stream(), Stream.of("👍", "\u2764", "1\u20e3", ":tada:"))
                .toList();
        Set<String> accepted = accepted(texts, Emoji::canonicalOrSame, react);
        assertThat(logged(id, "ReactionAdded", "emoji")).isEqualTo(accepted);
        assertThat(Emoji.all()).containsAll(accepted);
    }

    @Test
    void surviveAsNamesOfChannels() {
        Set<String> accepted = accepted(NaughtyStringsIT::nfc, text -> change("name", text));
        assertThat(logged(id, "ChannelRenamed", "name")).isEqualTo(accepted);
    }

    @Test
    void surviveAsTopicsAndDescriptions() {
        Set<String> topics = accepted(text -> Bidi.closed(nfc(text)), text -> change("topic", text));
        assertThat(logged(id, "TopicChanged", "topic")).isEqualTo(topics);
        Set<String> descriptions = accepted(NaughtyStringsIT::written, text -> change("description", text));
        assertThat(logged(id, "DescriptionChanged", "description")).isEqualTo(descriptions);
    }

    @Test
    void surviveAsNamesOfPeople() {
        Set<String> accepted = accepted(
                text -> nfc(text).strip(), text -> rest.patch("/api/accounts/me", ada, Map.of("displayName", text)));
        assertThat(logged(ada.id(), "ProfileChanged", "displayName")).isEqualTo(accepted);
    }

    @Test
    void surviveAsNamesOfTokens() {
        Set<String> accepted = accepted(
                text -> nfc(text).strip(),
                text -> rest.post(
                        "/api/accounts/me/tokens",
                        ada,
                        Map.of("name", text, "scopes", List.of("messages:write"), "password", Rest.PASSWORD)));
        assertThat(logged(ada.id(), "TokenIssued", "name")).isEqualTo(accepted);
    }

    @Test
    void surviveAsNamesOfWebhooks() {
        Set<String> stored = new HashSet<>();
        Function<String, Answer> create = text -> {
            Answer created = rest.post(channel + "/webhooks", ada, Map.of("name", text));
            String webhooks = channel + "/webhooks";
            rest.get(webhooks, "Authorization", "Bearer " + ada.accessToken())
                    .json()
                    .forEach(webhook -> stored.add(webhook.path("name").asString()));
            rest.delete(webhooks + "/" + created.field("id"), ada);
            return created;
        };
        assertThat(accepted(Payloads.ownNaughtyStrings(), text -> nfc(text).strip(), create))
                .isEqualTo(stored);
    }

    /** Names of their own are ASCII; passwords may be anything. */
    @Test
    void surviveAsUsernamesAndPasswords() {
        accepted(UnaryOperator.identity(), text -> {
            String username = text + "-" + COUNT.incrementAndGet();
            Answer account = rest.post("/api/accounts", null, Map.of("username", username, "password", Rest.PASSWORD));
            assertThat(account.status() == 201 && !account.field("username").equals(username))
                    .isFalse();
            return account;
        });
        accepted(UnaryOperator.identity(), text -> {
            String username = "pw-" + COUNT.incrementAndGet();
            Map<String, String> credentials = Map.of("username", username, "password", text);
            Answer account = rest.post("/api/accounts", null, credentials);
            assertThat(rest.post("/api/sessions", null, credentials).status())
                    .isEqualTo(account.status() == 201 ? 200 : 401);
            return account;
        });
    }

    @Test
    void surviveAsNamesOfBots() {
        Set<String> stored = new HashSet<>();
        Set<String> accepted =
                accepted(Payloads.ownNaughtyStrings(), text -> nfc(text).strip(), text -> {
                    Map<String, String> names =
                            Map.of("username", "bot-" + COUNT.incrementAndGet(), "displayName", text);
                    Answer bot = bot(names);
                    if (bot.status() == 201) {
                        stored.addAll(logged(bot.field("id"), "AccountRegistered", "displayName"));
                    }
                    return bot;
                });
        assertThat(stored).isEqualTo(accepted);
        accepted(UnaryOperator.identity(), text -> bot(Map.of("username", text + "-bot")));
    }

    /** Each owner may have ten. */
    private Answer bot(Map<String, String> names) {
        if (bots == 10) {
            ada = rest.person("ada");
            bots = 0;
        }
        Answer bot = rest.post("/api/bots", ada, names);
        bots += bot.status() == 201 ? 1 : 0;
        return bot;
    }

    /** What is stored of all that is not refused. */
    private static Set<String> accepted(UnaryOperator<String> form, Function<String, Answer> write) {
        return accepted(Payloads.naughtyStrings(), form, write);
    }

    private static Set<String> accepted(
            List<String> texts, UnaryOperator<String> form, Function<String, Answer> write) {
        Set<String> accepted = new TreeSet<>();
        for (String text : texts) {
            Answer answer = write.apply(text);
            if (answer.status() < 300) {
                accepted.add(form.apply(text));
            } else {
                assertThat(answer.code()).as(text).isIn(CODES);
            }
        }
        assertThat(accepted).hasSizeGreaterThan(2);
        accepted.remove("");
        return accepted;
    }

    private Set<String> logged(String stream, String type, String field) {
        return rest.internal("/internal/events?limit=5000&streamId=" + stream)
                .text()
                .lines()
                .map(Rest.JSON::readTree)
                .filter(event -> event.path("type").asString().equals(type))
                .map(event -> event.path("data").path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Answer post(String body) {
        String key = "m-" + COUNT.incrementAndGet();
        return rest.post(channel + "/messages", ada, Map.of("body", body, "clientMessageId", key));
    }

    private Answer change(String setting, String text) {
        return rest.patch(channel, ada, Map.of(setting, text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What may have several lines, as it is kept. */
    private static String written(String text) {
        return Bidi.closed(nfc(LineBreaks.asLineFeeds(text)));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
