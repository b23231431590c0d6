package tidings.command.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the event store, row by row. */
final class FeedQueries {

    private static final String COLUMNS = "global_index, type, aggregate_identifier, sequence_number, time_stamp,"
            + " meta_data, payload_type, payload_revision, payload";
    private static final int TIMEOUT_SECONDS = 60;

    private final JdbcTemplate streaming;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate readCommitted;

    FeedQueries(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(Integer.MIN_VALUE); // Connector/J: hand out rows as they come
        streaming.setQueryTimeout(TIMEOUT_SECONDS);
        this.readCommitted = new TransactionTemplate(transactions);
        readCommitted.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        readCommitted.setTimeout(TIMEOUT_SECONDS);
    }

    /** The highest index there is; -1 when there is none. */
    long headIndex() {
        Long head = jdbc.queryForObject("SELECT MAX(global_index) FROM domain_event_entry", Long.class);
        return head == null ? -1 : head;
    }

    /** Events of all streams in index order, until the reader has had enough. */
    void readAfter(long after, int limit, Predicate<StoredEvent> reader) {
        stream(
                "SELECT " + COLUMNS + " FROM domain_event_entry WHERE global_index > ? ORDER BY global_index LIMIT ?",
                reader,
                after,
                limit);
    }

    /** Events of one stream in its order, those after an index. */
    void readStreamAfter(String streamId, long after, int limit, Predicate<StoredEvent> reader) {
        Long seq = jdbc.query(
                "SELECT sequence_number FROM domain_event_entry WHERE global_index = ? AND aggregate_identifier = ?",
                row -> row.next() ? row.getLong(1) : null,
                after,
                streamId);
        stream(
                "SELECT " + COLUMNS + " FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " AND sequence_number > ? AND global_index > ? ORDER BY sequence_number LIMIT ?",
                reader,
                streamId,
                seq == null ? -1 : seq,
                after,
                limit);
    }

    private void stream(String sql, Predicate<StoredEvent> reader, Object... parameters) {
        streaming.query(
                sql,
                rows -> {
                    boolean more = true;
                    while (more && rows.next()) {
                        more = reader.test(event(rows));
                    }
                    return more;
                },
                parameters);
    }

    /**
     * Whether nothing can still appear between two indexes. The database hands an index out when it inserts a row, but
     * shows the row only when its transaction commits, perhaps after rows with higher indexes.
     */
    boolean isSettled(long after, long before) {
        try {
            @Nullable Boolean empty = readCommitted.execute(status -> jdbc.query(
                    "SELECT global_index FROM domain_event_entry WHERE global_index > ? AND global_index < ?"
                            + " LIMIT 1 FOR SHARE NOWAIT",
                    row -> !row.next(),
                    after,
                    before));
            return Boolean.TRUE.equals(empty);
        } catch (PessimisticLockingFailureException uncommitted) {
            return false;
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getBytes(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9));
    }
}
