package tidings.query.rebuild;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.query.views.ViewTable;
import tidings.query.views.ViewTables;

/** Fingerprints of what tables contain, whatever the order of their rows: a hash of each row, summed and xored. */
@Component
final class DigestQueries {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    DigestQueries(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    record Digest(String table, long rows, String digest) {}

    record Comparison(String table, String before, String after) {}

    /** All content tables as they are. */
    List<Digest> live() {
        List<Digest> digests = snapshot.execute(ignored -> contentTables().stream()
                .map(table -> digest(table, ViewTables.LIVE, ""))
                .toList());
        return digests == null ? List.of() : digests;
    }

    /**
     * Two sets of tables, over the streams that stand at the same seq in both: what has moved on meanwhile cannot be
     * compared.
     */
    List<Comparison> compare(ViewTables before, ViewTables after) {
        List<Comparison> comparisons = snapshot.execute(ignored -> {
            List<Comparison> all = new ArrayList<>();
            for (ViewTable table : contentTables()) {
                String same = sameStreams(table, before, after);
                all.add(new Comparison(
                        table.base(),
                        digest(table, before, same).digest(),
                        digest(table, after, same).digest()));
            }
            return all;
        });
        return comparisons == null ? List.of() : comparisons;
    }

    private static List<ViewTable> contentTables() {
        return Arrays.stream(ViewTable.values())
                .filter(table -> !table.content().isEmpty())
                .toList();
    }

    private static String sameStreams(ViewTable table, ViewTables before, ViewTables after) {
        String key = table.content().getFirst();
        ViewTable heads = key.equals("account_id") ? ViewTable.ACCOUNT_VIEW : ViewTable.CHANNEL_VIEW;
        return " JOIN " + before.name(heads) + " b ON b." + key + " = t." + key + " JOIN " + after.name(heads) + " a"
                + " ON a." + key + " = t." + key + " AND a.seq = b.seq";
    }

    private Digest digest(ViewTable table, ViewTables tables, String join) {
        String row = table.content().stream()
                .map(column -> "COALESCE(HEX(t." + column + "), '-')")
                .collect(Collectors.joining(", "));
        String sql = "SELECT COUNT(*), COALESCE(SUM(CONV(LEFT(hash, 8), 16, 10)), 0),"
                + " BIT_XOR(CAST(CONV(RIGHT(hash, 16), 16, 10) AS UNSIGNED)) FROM (SELECT MD5(CONCAT_WS('|', " + row
                + ")) AS hash FROM " + tables.name(table) + " t" + join + ") AS hashes";
        Digest digest =
                jdbc.execute((ConnectionCallback<Digest>) connection -> LongRunningQueries.call(connection, () -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql);
                            ResultSet result = statement.executeQuery()) {
                        result.next();
                        return new Digest(
                                table.base(),
                                result.getLong(1),
                                result.getLong(1) + "-"
                                        + result.getBigDecimal(2).toBigInteger() + "-" + result.getString(3));
                    }
                }));
        return Objects.requireNonNull(digest);
    }
}
