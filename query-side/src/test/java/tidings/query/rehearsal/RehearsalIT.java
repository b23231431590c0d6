package tidings.query.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.kafka.ConsumerState;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RehearsalIT {

    private static final Pattern REHEARSED = Pattern.compile("rehearsed (\\d+) events in \\d+ ms");
    private static final Map<String, String> SHORTLY = Map.of("tidings.rehearsal.lasts", "1s");

    private final QueryWorld world = new QueryWorld(2, SHORTLY);

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void leavesEveryTableAsItWas(CapturedOutput output) {
        AccountId ada = world.chat().account("ada");
        UUID channel = world.chat().channel("real", Visibility.PUBLIC, ada);
        world.chat().post(channel, ada, "this stays");
        world.settle();
        await().until(() -> world.node().bean(ConsumerState.class).ready());
        Map<String, List<Long>> before = tables();

        world.node().bean(Rehearsal.class).start();

        Matcher rehearsed = REHEARSED.matcher(output);
        assertThat(rehearsed.find()).isTrue();
        assertThat(Integer.parseInt(rehearsed.group(1))).isGreaterThanOrEqualTo(250);
        assertThat(output).doesNotContain("ALARM");
        assertThat(before).containsKeys("message_view", "parked_event", "projection_position", "search_entry");
        assertThat(before.get("message_view")).startsWith(1L);
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void isOverBeforeTheNodeListensAndFollowsTheLog(CapturedOutput output) {
        try (QueryNode node = world.start(SHORTLY)) {
            await().until(() -> node.bean(ConsumerState.class).assigned());
        }
        assertThat(output.toString()).containsSubsequence("rehearsed ", "Tomcat started", "PartitionFollower assigned");
    }

    @Test
    void withoutADatabaseTheNodeStartsNevertheless(CapturedOutput output) throws SQLException {
        try (QueryNode node = world.start(SHORTLY)) {
            node.bean(DataSource.class).unwrap(HikariDataSource.class).close();
            long begin = System.nanoTime();

            node.bean(Rehearsal.class).start();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
        }
        assertThat(output.toString()
                        .lines()
                        .filter(line -> line.matches(".* WARN .*starts without a full rehearsal: .*has been closed.*")))
                .hasSize(1);
    }

    /** Each table's number of rows and checksum. */
    private Map<String, List<Long>> tables() {
        Map<String, List<Long>> tables = new HashMap<>();
        world.node()
                .jdbc()
                .query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", row -> {
                    String table = row.getString(1);
                    tables.put(
                            table,
                            List.of(number("SELECT COUNT(*) FROM " + table, 1), number("CHECKSUM TABLE " + table, 2)));
                });
        return tables;
    }

    private long number(String sql, int column) {
        return world.node()
                .jdbc()
                .query(sql, (row, ignored) -> row.getLong(column))
                .getFirst();
    }
}
