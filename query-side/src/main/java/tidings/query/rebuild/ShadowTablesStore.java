package tidings.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.ViewTable;
import tidings.query.views.ViewTables;

/** A second set of view tables beside the live one, and the one statement that lets it take over. */
@Component
final class ShadowTablesStore {

    static final ViewTables NEXT = new ViewTables("_next");
    static final ViewTables OLD = new ViewTables("_old");
    private static final int LONG_STATEMENT_MILLIS =
            (int) Duration.ofMinutes(30).toMillis();

    private static final Heads CHANNELS = new Heads(ViewTable.CHANNEL_VIEW, "channel_id", "opened_at");
    private static final Heads ACCOUNTS = new Heads(ViewTable.ACCOUNT_VIEW, "account_id", "registered_at");

    private final JdbcTemplate jdbc;

    /** The table that tells how far a kind of stream is. */
    private record Heads(ViewTable table, String key, String since) {}

    ShadowTablesStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty tables. */
    void create() {
        drop(NEXT);
        drop(OLD);
        for (ViewTable table : ViewTable.values()) {
            jdbc.execute("CREATE TABLE " + NEXT.name(table) + " LIKE " + ViewTables.LIVE.name(table));
        }
    }

    /** All tables at once, the positions among them: no reader and no writer ever sees a mixture. */
    void takeOver() {
        unhurried("RENAME TABLE "
                + Arrays.stream(ViewTable.values())
                        .map(table -> ViewTables.LIVE.name(table) + " TO " + OLD.name(table) + ", " + NEXT.name(table)
                                + " TO " + ViewTables.LIVE.name(table))
                        .collect(Collectors.joining(", ")));
    }

    void drop(ViewTables tables) {
        for (ViewTable table : ViewTable.values()) {
            jdbc.execute("DROP TABLE IF EXISTS " + tables.name(table));
        }
    }

    /**
     * How many streams one set of tables has not heard of, or stands more than {@code tolerance} events behind in,
     * among those that the other has known since before {@code settled}.
     */
    long behind(ViewTables tables, ViewTables others, long tolerance, long settled) {
        return behind(tables, others, CHANNELS, tolerance, settled)
                + behind(tables, others, ACCOUNTS, tolerance, settled);
    }

    private long behind(ViewTables tables, ViewTables others, Heads heads, long tolerance, long settled) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + others.name(heads.table()) + " o LEFT JOIN " + tables.name(heads.table())
                        + " t ON t." + heads.key() + " = o." + heads.key() + " WHERE o." + heads.since()
                        + " < ? AND (t.seq IS NULL OR t.seq + ? < o.seq)",
                Long.class,
                settled,
                tolerance);
        return count == null ? 0 : count;
    }

    private void unhurried(String statement) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            execute(connection, statement);
            return true;
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, LONG_STATEMENT_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}
