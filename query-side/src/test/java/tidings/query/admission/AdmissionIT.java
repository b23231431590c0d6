package tidings.query.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.ProtocolSocket;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;

/** One account takes all that it can get; another does not notice. */
class AdmissionIT {

    private static final QueryWorld WORLD = new QueryWorld(
            2,
            Map.of(
                    "tidings.admission.requests-per-account", "4",
                    "tidings.admission.connections-per-account", "2",
                    "tidings.admission.connections-for-reading", "3",
                    "tidings.admission.sockets-per-account", "2",
                    "tidings.admission.subscriptions-per-socket", "3",
                    "tidings.admission.subscriptions-per-account", "4"));
    private static final AccountId GREEDY = WORLD.chat().account("greedy");
    private static final AccountId OTHER = WORLD.chat().account("other");
    private static final UUID CHANNEL = WORLD.chat().channel("admission", Visibility.PUBLIC, GREEDY);

    @BeforeAll
    static void settle() {
        WORLD.settle();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void leavesOthersTheirShareOfTheDatabase() throws SQLException {
        List<CompletableFuture<JsonNode>> blocked;
        try (Connection lock = WORLD.node()
                        .bean(DataSource.class)
                        .unwrap(HikariDataSource.class)
                        .getConnection();
                Statement statement = lock.createStatement()) {
            statement.execute("LOCK TABLES account_view WRITE");
            blocked = IntStream.range(0, 4).mapToObj(i -> ask(GREEDY)).toList();
            Awaitility.await().until(() -> waiting(lock) == 2);
            Awaitility.await().until(() -> code(ask(GREEDY).join()).equals("RATE_LIMITED"));
            for (int i = 0; i < 10; i++) {
                assertThat(WORLD.as(OTHER)
                                .data("{ channel(name: \"admission\") { name } }")
                                .at("/channel/name")
                                .asString())
                        .isEqualTo("admission");
            }
            assertThat(waiting(lock)).isEqualTo(2);
            statement.execute("UNLOCK TABLES");
        }
        List<String> codes = new ArrayList<>();
        blocked.forEach(answer -> codes.add(code(answer.join())));
        assertThat(codes).containsAnyOf("", "TIMEOUT").isSubsetOf("", "TIMEOUT", "RATE_LIMITED");
        Awaitility.await().until(() -> code(ask(GREEDY).join()).isEmpty());
    }

    private static CompletableFuture<JsonNode> ask(AccountId account) {
        return CompletableFuture.supplyAsync(
                () -> WORLD.as(account).answer("{ me { id } }", Map.of()), Executors.newVirtualThreadPerTaskExecutor());
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }

    private static int waiting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW FULL PROCESSLIST")) {
            int waiting = 0;
            while (rows.next()) {
                String state = rows.getString("State");
                String query = rows.getString("Info");
                if (state != null
                        && state.startsWith("Waiting for table")
                        && query != null
                        && query.contains("account_view")) {
                    waiting++;
                }
            }
            return waiting;
        }
    }

    @Test
    void opensOnlySoManySocketsForAnAccount() {
        try (ProtocolSocket first = socket(GREEDY);
                ProtocolSocket second = socket(GREEDY);
                ProtocolSocket third = ProtocolSocket.connect(WORLD.node())) {
            third.signIn(WORLD.tokens().of(GREEDY));
            assertThat(third.closeCode()).isEqualTo(4429);
            try (ProtocolSocket others = socket(OTHER)) {
                assertThat(others.isOpen()).isTrue();
            }
            assertThat(second.isOpen()).isTrue();
            first.close();
            Awaitility.await().until(AdmissionIT::signsIn);
        }
    }

    private static boolean signsIn() {
        try (ProtocolSocket again = ProtocolSocket.connect(WORLD.node())) {
            again.signIn(WORLD.tokens().of(GREEDY));
            Awaitility.await()
                    .until(() -> !again.isOpen() || !again.of("connection_ack").isEmpty());
            return again.isOpen();
        }
    }

    @Test
    void followsOnlySoManyChannelsForAnAccount() {
        AccountId follower = WORLD.chat().account("follower");
        WORLD.settle();
        try (ProtocolSocket first = socket(follower);
                ProtocolSocket second = socket(follower)) {
            for (String id : List.of("a", "b", "c")) {
                first.subscribe(id, following());
            }
            first.await("next", 6);
            first.subscribe("d", following());
            assertRefused(first.await("error", 1).getFirst(), "d");
            second.subscribe("e", following());
            second.await("next", 2);
            second.subscribe("f", following());
            assertRefused(second.await("error", 1).getFirst(), "f");
            first.send("{\"type\":\"complete\",\"id\":\"a\"}");
            first.subscribe("g", following());
            first.await("next", 8);
            assertThat(first.of("error")).hasSize(1);
        }
    }

    private static void assertRefused(JsonNode error, String id) {
        assertThat(error.get("id").asString()).isEqualTo(id);
        assertThat(error.at("/payload/0/extensions/code").asString()).isEqualTo("RATE_LIMITED");
    }

    private static String following() {
        return "subscription { channelEvents(channelId: \"" + CHANNEL + "\", afterSeq: -1) { seq } }";
    }

    private static ProtocolSocket socket(AccountId account) {
        return ProtocolSocket.signedIn(WORLD.node(), WORLD.tokens().of(account));
    }
}
