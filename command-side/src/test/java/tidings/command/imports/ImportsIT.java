package tidings.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
class ImportsIT {

    private final JdbcTemplate jdbc;
    private final String source = "s-" + UUID.randomUUID().toString().substring(0, 8);
    private Rest rest = new Rest(0);

    ImportsIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void importsAccountsOnce() {
        List<Map<String, Object>> wishes =
                List.of(account("U1", unique("ada"), "Ada 👩‍🚀"), account("U2", unique("bob"), ""));
        JsonNode first = accounts(wishes);
        assertThat(first).hasSize(2);
        assertThat(first.get(0).get("sourceId").asString()).isEqualTo("U1");
        assertThat(first.get(0).get("created").asBoolean()).isTrue();

        JsonNode again = accounts(wishes);
        assertThat(again.get(0).get("created").asBoolean()).isFalse();
        assertThat(again.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(again.get(1).get("username")).isEqualTo(first.get(1).get("username"));
        assertThat(events(first.get(0).get("id").asString())).containsExactly("AccountImported");
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM account_credentials WHERE account_id = ?",
                        Integer.class,
                        first.get(0).get("id").asString()))
                .isZero();
    }

    @Test
    void numbersNamesThatAreTaken() {
        Person ada = rest.person("ada");
        String taken = ada.username();
        JsonNode imported = accounts(List.of(
                account("U1", taken, "x"),
                account("U2", taken.toUpperCase(Locale.ROOT), "x"),
                account("U3", taken, "x")));
        assertThat(imported.values().stream()
                        .map(a -> a.get("username").asString().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder(taken + "-2", taken + "-3", taken + "-4");
        assertThat(accounts(List.of(account("U4", taken, "x")))
                        .get(0)
                        .get("username")
                        .asString())
                .isEqualTo(taken + "-5");
    }

    @Test
    void findsNamesForPeopleWithout() {
        JsonNode imported =
                accounts(List.of(account("U1", "~", "~"), account("U2", "", ""), account("U3", "René Dü", "")));
        assertThat(imported.get(0).get("username").asString()).startsWith("user");
        assertThat(imported.get(1).get("username").asString()).startsWith("user");
        assertThat(imported.get(2).get("username").asString()).startsWith("Rene-Du");
    }

    @Test
    void completesAnImportThatACrashCutOff() {
        JsonNode first = accounts(List.of(account("U1", unique("ada"), "Ada")));
        String id = UUID.randomUUID().toString();
        jdbc.update("INSERT INTO import_identity VALUES (?, 'ACCOUNT', 'U2', ?, FALSE)", source, id);
        JsonNode second = accounts(List.of(account("U1", "x", "x"), account("U2", unique("bob"), "Bob")));
        assertThat(second.get(0).get("id")).isEqualTo(first.get(0).get("id"));
        assertThat(second.get(1).get("id").asString()).isEqualTo(id);
        assertThat(events(id)).containsExactly("AccountImported");
    }

    @Test
    void importsChannelsOnceAndAddsTheMembersThatAreMissing() {
        List<String> people = people(3);
        String name = unique("general");
        List<Map<String, Object>> wish = List.of(channel("C1", name, "PUBLIC", people.subList(0, 2)));
        JsonNode first = channels(wish).get(0);
        assertThat(first.get("name").asString()).isEqualTo(name);
        assertThat(first.get("created").asBoolean()).isTrue();
        String id = first.get("id").asString();
        assertThat(events(id)).containsExactly("ChannelOpened", "MemberJoined", "MemberJoined");

        assertThat(channels(wish).get(0).get("created").asBoolean()).isFalse();
        assertThat(events(id)).hasSize(3);
        channels(List.of(channel("C1", name, "PUBLIC", people)));
        assertThat(events(id)).hasSize(4);
        assertThat(jdbc.queryForObject(
                        "SELECT role FROM membership WHERE channel_id = ? AND account_id = ?",
                        String.class,
                        id,
                        people.getFirst()))
                .isEqualTo("OWNER");
    }

    @Test
    void keepsArchivedChannelsArchivedAndTakesTheirMessages() {
        List<String> people = people(1);
        Map<String, Object> wish = new HashMap<>(channel("C1", unique("old"), "PUBLIC", people));
        wish.put("archived", true);
        wish.put("description", "what\nfor");
        String id = channels(List.of(wish)).get(0).get("id").asString();

        channels(List.of(wish));
        JsonNode taken = messages(id, List.of(message("slack:1", people.get(0), "2015-12-02T17:30:00Z", "hi")));

        assertThat(taken.get("imported").asInt()).isEqualTo(1);
        assertThat(events(id))
                .containsExactly(
                        "ChannelOpened", "MemberJoined", "DescriptionChanged", "ChannelArchived", "MessageImported");
    }

    @Test
    void findsNamesForChannels() {
        List<String> people = people(1);
        String name = unique("general");
        JsonNode channels = channels(List.of(
                channel("C1", name, "PUBLIC", people),
                channel("C2", name.toUpperCase(Locale.ROOT), "PUBLIC", people),
                channel("C3", name + " / talk & more", "PRIVATE", people)));
        assertThat(List.of(
                        channels.get(0).get("name").asString(),
                        channels.get(1).get("name").asString()))
                .containsExactlyInAnyOrder(name, name + "-2");
        assertThat(channels.get(2).get("name").asString()).isEqualTo(name + "-talk-more");
    }

    @Test
    void importsMessagesOnceWithTheirFacts() {
        List<String> people = people(2);
        String channel = channels(List.of(channel("C1", unique("general"), "PUBLIC", people)))
                .get(0)
                .get("id")
                .asString();
        Map<String, Object> first = message("slack:1", people.get(0), "2015-12-02T17:30:00.002Z", "hi");
        Map<String, Object> second = message("slack:2", people.get(1), "2015-12-02T17:31:00Z", "");
        second.put("replyTo", Map.of("authorId", people.get(0), "clientMessageId", "slack:1"));
        second.put("reactions", List.of(Map.of("emoji", "👍", "authorIds", people)));
        Map<String, Object> bad = message("slack:3", people.get(0), "yesterday", "x");
        Map<String, Object> stranger = message("slack:4", UUID.randomUUID().toString(), "2015-12-02T17:31:00Z", "x");

        JsonNode result = messages(channel, List.of(first, second, bad, stranger));
        assertThat(result.get("imported").asInt()).isEqualTo(2);
        assertThat(result.get("alreadyThere").asInt()).isZero();
        assertThat(result.get("rejected").values().stream()
                        .map(r -> r.get("clientMessageId").asString()
                                + r.get("code").asString()))
                .containsExactly("slack:3BAD_FRAME", "slack:4NOT_FOUND");

        JsonNode again = messages(channel, List.of(first, second));
        assertThat(again.get("imported").asInt()).isZero();
        assertThat(again.get("alreadyThere").asInt()).isEqualTo(2);
        assertThat(events(channel))
                .containsExactly(
                        "ChannelOpened",
                        "MemberJoined",
                        "MemberJoined",
                        "MessageImported",
                        "MessageImported",
                        "ReactionAdded",
                        "ReactionAdded");
    }

    @Test
    void refusesWhatIsNoImport() {
        assertThat(post("accounts", Map.of()).code()).isEqualTo("BAD_FRAME");
        assertThat(post("accounts", Map.of("source", source, "accounts", "x")).code())
                .isEqualTo("BAD_FRAME");
        assertThat(post("accounts", Map.of("source", "a b", "accounts", List.of()))
                        .code())
                .isEqualTo("BAD_FRAME");
        assertThat(post("accounts", Map.of("source", source, "accounts", List.of(Map.of("username", "x"))))
                        .code())
                .isEqualTo("BAD_FRAME");
        List<Map<String, Object>> many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> account("U" + i, "x", "x"))
                .toList();
        assertThat(post("accounts", Map.of("source", source, "accounts", many)).code())
                .isEqualTo("TOO_LARGE");
        assertThat(post(
                                "channels",
                                Map.of("source", source, "channels", List.of(channel("C", "x", "PUBLIC", List.of()))))
                        .code())
                .isEqualTo("BAD_FRAME");
        List<String> nobody = List.of(UUID.randomUUID().toString());
        assertThat(post("channels", Map.of("source", source, "channels", List.of(channel("C", "x", "PUBLIC", nobody))))
                        .code())
                .isEqualTo("NOT_FOUND");
        String unknown = UUID.randomUUID().toString();
        Map<String, Object> message = message("m", people(1).getFirst(), "2015-12-02T17:31:00Z", "x");
        assertThat(post("messages", Map.of("source", source, "channelId", unknown, "messages", List.of(message)))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void importsThousandsAtOnce() {
        JsonNode accounts = accounts(IntStream.range(0, 1_000)
                .mapToObj(i -> account("L" + i, source + "-" + i, "User " + i))
                .toList());
        List<String> ids =
                accounts.values().stream().map(a -> a.get("id").asString()).toList();
        JsonNode channels = channels(IntStream.range(0, 100)
                .mapToObj(i -> channel("LC" + i, source + "-" + i, "PRIVATE", ids.subList(i * 10, i * 10 + 10)))
                .toList());
        assertThat(channels).hasSize(100);
        assertThat(ids).doesNotHaveDuplicates().hasSize(1_000);
    }

    private List<String> people(int count) {
        return accounts(IntStream.range(0, count)
                        .mapToObj(i -> account("P" + i, unique("p"), "P"))
                        .toList())
                .values()
                .stream()
                .map(a -> a.get("id").asString())
                .toList();
    }

    private JsonNode accounts(List<Map<String, Object>> accounts) {
        return ok(post("accounts", Map.of("source", source, "accounts", accounts)))
                .get("accounts");
    }

    private JsonNode channels(List<Map<String, Object>> channels) {
        return ok(post("channels", Map.of("source", source, "channels", channels)))
                .get("channels");
    }

    private JsonNode messages(String channelId, List<Map<String, Object>> messages) {
        return ok(post("messages", Map.of("source", source, "channelId", channelId, "messages", messages)));
    }

    private Answer post(String what, Object body) {
        return rest.internal("/internal/imports/" + what, body);
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Object> account(String sourceId, String username, String displayName) {
        return Map.of("sourceId", sourceId, "username", username, "displayName", displayName, "bot", false);
    }

    private static Map<String, Object> channel(
            String sourceId, String name, String visibility, List<String> memberIds) {
        return Map.of(
                "sourceId", sourceId, "name", name, "topic", "t", "visibility", visibility, "memberIds", memberIds);
    }

    private static Map<String, Object> message(String clientMessageId, String author, String at, String body) {
        return new HashMap<>(
                Map.of("clientMessageId", clientMessageId, "authorId", author, "writtenAt", at, "body", body));
    }

    private List<String> events(String id) {
        return jdbc.query(
                "SELECT payload_type FROM domain_event_entry WHERE aggregate_identifier = ? ORDER BY sequence_number",
                (row, n) -> row.getString(1),
                id);
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
