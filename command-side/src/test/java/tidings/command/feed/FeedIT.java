package tidings.command.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
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

@CommandNodeTest
class FeedIT {

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private Rest rest = new Rest(0);

    FeedIT(@Autowired DataSource dataSource, @Autowired JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    @Test
    void givesEveryEventInIndexOrder() {
        long head = head();
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PUBLIC", "c-" + UUID.randomUUID());
        String body = "hi \"there\" 👋\n\\ こんにちは";
        rest.post("/api/channels/" + channel + "/messages", ada, Map.of("clientMessageId", "m-1", "body", body));

        List<JsonNode> events = readUntil(head, "MessagePosted");
        assertThat(events.stream().map(event -> event.get("type").asString()))
                .containsExactly("AccountRegistered", "ChannelOpened", "MemberJoined", "MessagePosted");
        assertThat(events.stream().map(event -> event.get("index").asLong())).isSorted();
        assertThat(events.stream().map(event -> event.get("seq").asLong())).containsExactly(0L, 0L, 1L, 2L);

        JsonNode registered = events.getFirst();
        assertThat(registered.propertyNames())
                .containsExactly("index", "stream", "streamId", "seq", "at", "actorId", "type", "revision", "data");
        assertThat(registered.get("stream").asString()).isEqualTo("Account");
        assertThat(registered.get("streamId").asString()).isEqualTo(ada.id());
        assertThat(registered.get("actorId").isNull()).isTrue();
        JsonNode posted = events.getLast();
        assertThat(posted.get("stream").asString()).isEqualTo("Channel");
        assertThat(posted.get("actorId").asString()).isEqualTo(ada.id());
        assertThat(posted.get("revision").asInt()).isEqualTo(2);
        assertThat(posted.get("data").get("body").asString()).isEqualTo(body);
        assertThat(Instant.parse(posted.get("at").asString()))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
    }

    @Test
    void givesOneStreamInItsOrder() {
        Person ada = rest.person("ada");
        String channel = rest.channel(ada, "PUBLIC", "c-" + UUID.randomUUID());
        for (int i = 0; i < 5; i++) {
            rest.post("/api/channels/" + channel + "/messages", ada, Map.of("clientMessageId", "m" + i, "body", "x"));
        }
        List<JsonNode> all = lines(rest.internal("/internal/events?streamId=" + channel));
        assertThat(all.stream().map(event -> event.get("seq").asLong())).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        long third = all.get(2).get("index").asLong();
        List<JsonNode> page = lines(rest.internal("/internal/events?limit=2&streamId=" + channel + "&after=" + third));
        assertThat(page.stream().map(event -> event.get("seq").asLong())).containsExactly(3L, 4L);
        assertThat(lines(rest.internal("/internal/events?streamId=" + UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void pagesAndTellsTheHead() {
        rest.person("ada");
        rest.person("bob");
        Answer page = rest.internal("/internal/events?after=-1&limit=1");
        assertThat(lines(page)).hasSize(1);
        assertThat(page.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(Long.parseLong(page.header("Tidings-Head-Index")))
                .isEqualTo(jdbc.queryForObject("SELECT MAX(global_index) FROM domain_event_entry", Long.class));
        assertThat(lines(rest.internal("/internal/events?after=" + head()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=5001", "limit=x", "after=-2", "after=x", "streamId=x", "streamId='--"})
    void refusesOtherQuestions(String query) {
        Answer answer = rest.internal("/internal/events?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_FRAME");
    }

    @Test
    void neverPassesAnEventThatIsStillBeingRecorded() throws SQLException {
        long head = head();
        String late = UUID.randomUUID().toString();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, late);
            rest.person("ada");
            String early = UUID.randomUUID().toString();
            jdbc.execute((Connection other) -> {
                insert(other, early);
                return null;
            });
            assertThat(lines(rest.internal("/internal/events?after=" + head)))
                    .as("an event with a lower index is still under way")
                    .isEmpty();
            connection.commit();
            connection.setAutoCommit(true);
        }
        List<JsonNode> events = Awaitility.await()
                .until(() -> lines(rest.internal("/internal/events?after=" + head)), found -> found.size() == 3);
        assertThat(events.getFirst().get("streamId").asString()).isEqualTo(late);
    }

    @Test
    void passesHolesThatStay() throws SQLException {
        long head = head();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, UUID.randomUUID().toString());
            connection.rollback();
            connection.setAutoCommit(true);
        }
        Person ada = rest.person("ada");
        List<JsonNode> events = readUntil(head, "AccountRegistered");
        assertThat(events.getLast().get("streamId").asString()).isEqualTo(ada.id());
        assertThat(events.getFirst().get("index").asLong()).isGreaterThan(head + 1);
    }

    private static void insert(Connection connection, String streamId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " payload_type, payload_revision, payload, meta_data, time_stamp)"
                        + " VALUES (?, ?, 0, 'Account', 'SessionEnded', '1', ?, ?, ?)")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, streamId);
            insert.setBytes(3, "{\"sessionId\":\"x\"}".getBytes(StandardCharsets.UTF_8));
            insert.setBytes(4, "{}".getBytes(StandardCharsets.UTF_8));
            insert.setLong(5, Instant.now().toEpochMilli());
            insert.executeUpdate();
        }
    }

    private List<JsonNode> readUntil(long after, String lastType) {
        return Awaitility.await()
                .until(
                        () -> lines(rest.internal("/internal/events?after=" + after)),
                        found -> !found.isEmpty()
                                && found.getLast().get("type").asString().equals(lastType));
    }

    private long head() {
        return Long.parseLong(rest.internal("/internal/events?limit=1").header("Tidings-Head-Index"));
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> events = new ArrayList<>();
        answer.text().lines().forEach(line -> events.add(Rest.JSON.readTree(line)));
        return events;
    }
}
