package tidings.query.rebuild;

import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.ViewTable;
import tidings.query.views.ViewTables;

/** A second set of view tables beside the live one, and the one statement that lets it take over. */
@Component
final class ShadowTablesStore {

    private static final Heads CHANNELS = new Heads(ViewTable.CHANNEL_VIEW, "channel_id", "opened_at");
    private static final Heads ACCOUNTS = new Heads(ViewTable.ACCOUNT_VIEW, "account_id", "registered_at");

    private final JdbcTemplate jdbc;

    /** The table that tells how far a kind of stream is. */
    private record Heads(ViewTable table, String key, String since) {}

    ShadowTablesStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty tables. */
    void create(ViewTables next) {
        for (ViewTable table : ViewTable.values()) {
            jdbc.execute("CREATE TABLE " + next.name(table) + " LIKE " + ViewTables.LIVE.name(table));
        }
    }

    /** All tables at once, the positions among them: no reader and no writer ever sees a mixture. */
    void takeOver(ReplayTables tables) {
        unhurried("RENAME TABLE "
                + Arrays.stream(ViewTable.values())
                        .map(table -> ViewTables.LIVE.name(table) + " TO "
                                + tables.old().name(table) + ", "
                                + tables.next().name(table) + " TO " + ViewTables.LIVE.name(table))
                        .collect(Collectors.joining(", ")));
    }

    void drop(ViewTables tables) {
        for (ViewTable table : ViewTable.values()) {
            drop(tables.name(table));
        }
    }

    private void drop(String table) {
        unhurried("DROP TABLE IF EXISTS " + table);
    }

    /** Drops what replays have left behind that live no more. */
    void sweep(Collection<UUID> living) {
        Set<String> present = Set.copyOf(jdbc.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                (row, number) -> row.getString(1)));
        for (ViewTable table : ViewTable.values()) {
            present.stream()
                    .filter(name -> name.startsWith(table.base() + "_"))
                    .filter(name -> isAbandoned(name.substring(table.base().length()), living))
                    .forEach(this::drop);
        }
    }

    private static boolean isAbandoned(String suffix, Collection<UUID> living) {
        return ReplayTables.SUFFIX.matcher(suffix).matches()
                && living.stream().map(ReplayTables::of).noneMatch(tables -> tables.have(suffix));
    }

    /** Events that could not be read or projected, and what follows them in their streams. */
    long parked(ViewTables tables) {
        Long count = jdbc.queryForObject("SELECT COUNT(*) FROM " + tables.name(ViewTable.PARKED_EVENT), Long.class);
        return count == null ? 0 : count;
    }

    /**
     * How many streams one set of tables has not heard of, or stands more than {@code tolerance} events behind in,
     * among those that the other has known since before {@code settled}. Blocked streams do not count: they are reported.
     */
    long behind(ViewTables tables, ViewTables others, long tolerance, long settled) {
        return behind(tables, others, CHANNELS, tolerance, settled)
                + behind(tables, others, ACCOUNTS, tolerance, settled);
    }

    private long behind(ViewTables tables, ViewTables others, Heads heads, long tolerance, long settled) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + others.name(heads.table()) + " o LEFT JOIN " + tables.name(heads.table())
                        + " t ON t." + heads.key() + " = o." + heads.key() + " WHERE o." + heads.since()
                        + " < ? AND (t.seq IS NULL OR t.seq + ? < o.seq) AND NOT EXISTS (SELECT 1 FROM "
                        + tables.name(ViewTable.BLOCKED_STREAM) + " p WHERE p.stream_id = o." + heads.key() + ")",
                Long.class,
                settled,
                tolerance);
        return count == null ? 0 : count;
    }

    private void unhurried(String statement) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> LongRunningQueries.call(connection, () -> {
            try (Statement execution = connection.createStatement()) {
                return execution.execute(statement);
            }
        }));
    }
}
