package tidings.command.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.DispatchProperties;
import tidings.command.dispatch.Outcome;
import tidings.command.store.EngineNode;
import tidings.command.store.LogPosition;
import tidings.command.store.ScratchStore;
import tidings.command.stream.PlainServices;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The server itself ends idle connections of the rehearsal after 10 s. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String PASSWORD = "of-an-application";

    private final Database database = SharedServers.get().freshDatabase("rehearsal");
    private final String schema = database.jdbcUrl().replaceAll(".*/(\\w+)\\?.*", "$1");
    private final String user = schema.replace("rehearsal", "app");
    private final EngineNode node = EngineNode.on(database);
    private final Logged logged = new Logged();

    /** With the rights that the launcher gives to the command side, and no others. */
    @BeforeAll
    void makeTheUserOfAnApplication() {
        node.jdbc.execute("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(user, PASSWORD));
        node.jdbc.execute("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES,"
                + " CREATE TEMPORARY TABLES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER"
                + " ON `%s`.* TO '%s'@'%%'".formatted(schema.replace("_", "\\_"), user));
    }

    @AfterEach
    void leavesNoConnections() {
        await().atMost(SOON).untilAsserted(() -> assertThat(connections("")).isEmpty());
    }

    @AfterAll
    void close() {
        logged.close();
        node.close();
    }

    @Test
    void takesMessagesAndLeavesNothing() {
        open("before");
        Map<String, Long> rows = rows();
        long last = lastIndex();
        rehearsal(Duration.ofSeconds(2), database.jdbcUrl()).run();
        assertThat(logged.rehearsed())
                .singleElement()
                .satisfies(messages -> assertThat(messages).isPositive());
        assertThat(rows()).isEqualTo(rows);
        open("after");
        assertThat(lastIndex()).isEqualTo(last + 2);
    }

    @Test
    void endsItsThreads() {
        Set<Thread> before = threads();
        rehearsal(Duration.ofMillis(500), database.jdbcUrl()).run();
        await().pollInSameThread()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    @Test
    void losesNothingIntoTheLogWhenItsConnectionIsLost() {
        Map<String, Long> rows = rows();
        int warned = logged.warnings().size();
        Thread rehearsing = Thread.ofPlatform().start(rehearsal(Duration.ofMinutes(2), database.jdbcUrl())::run);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            connections("AND info LIKE '%MessagePosted%'").forEach(this::kill);
            return !rehearsing.isAlive();
        });
        assertThat(logged.warnings().subList(warned, logged.warnings().size()))
                .last()
                .asString()
                .startsWith("no rehearsal: java.lang.IllegalStateException: a message was not accepted: ");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void doesWithoutADatabase() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertEndsWithOneWarning(port);
    }

    @Test
    void doesWithoutADatabaseThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertEndsWithOneWarning(silent.getLocalPort());
        }
    }

    @Test
    void isLeftOutUnlessItIsToLast() {
        AtomicInteger opened = new AtomicInteger();
        new Rehearsal(
                        new RehearsalProperties(Duration.ZERO),
                        () -> {
                            opened.incrementAndGet();
                            throw new IllegalStateException("not asked for");
                        },
                        parts())
                .run();
        assertThat(opened).hasValue(0);
    }

    private void assertEndsWithOneWarning(int port) {
        int warned = logged.warnings().size();
        Duration lasts = Duration.ofSeconds(1);
        long begin = System.nanoTime();
        rehearsal(lasts, "jdbc:mysql://127.0.0.1:" + port + "/nowhere").run();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(lasts.plusSeconds(5));
        assertThat(logged.warnings().subList(warned, logged.warnings().size()))
                .singleElement()
                .asString()
                .startsWith("no rehearsal: ");
    }

    private Rehearsal rehearsal(Duration lasts, String url) {
        HikariDataSource main = new HikariDataSource();
        main.setJdbcUrl(url);
        main.setUsername(user);
        main.setPassword(PASSWORD);
        return new Rehearsal(
                new RehearsalProperties(lasts),
                () -> ScratchStore.beside(main, EngineNode.storing(Duration.ofMillis(8))),
                parts());
    }

    private Stage.Parts parts() {
        return new Stage.Parts(
                new DispatchProperties(2, 200, 2_000, 200_000, 1_000),
                new AggregateType<>(Channel.class, id -> new Channel(new ChannelId(id)), Channel::weight),
                PlainServices.of(node),
                Clock.tickMillis(ZoneOffset.UTC));
    }

    /** Two events. */
    private void open(String name) {
        assertThat(node.decide(
                        node.ids.nextAccountId(),
                        new OpenChannel(node.ids.nextChannelId(), name, null, Visibility.PUBLIC, List.of())))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private long lastIndex() {
        return new LogPosition(node.jdbc).headIndex();
    }

    private Map<String, Long> rows() {
        return node.jdbc.queryForList("SHOW TABLES", String.class).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> node.jdbc.queryForObject("SELECT COUNT(*) FROM `" + table + "`", Long.class)));
    }

    private List<Long> connections(String condition) {
        return node.jdbc.query(
                "SELECT id FROM information_schema.processlist WHERE user = ? " + condition,
                (row, n) -> row.getLong(1),
                user);
    }

    private void kill(long connection) {
        try {
            node.jdbc.execute("KILL " + connection);
        } catch (DataAccessException e) {
            assertThat(e).hasMessageContaining("Unknown thread id");
        }
    }

    /** But for those that carry virtual threads, which are the JVM's. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().matches("(ForkJoinPool-1-worker|VirtualThread-|process reaper).*"));
        return threads;
    }
}
