package tidings.query.comparison;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.query.views.BinaryId;

/** The last projected event of each stream. */
@Component
final class HeadQueries {

    private final JdbcTemplate jdbc;

    HeadQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the views of a stream stand. */
    record Head(String streamId, long seq) {}

    /** Channels by id, those after one. */
    List<Head> channels(UUID after, int limit) {
        return heads(
                "SELECT channel_id, seq FROM channel_view WHERE channel_id > ? ORDER BY channel_id LIMIT ?",
                after,
                limit);
    }

    /** Accounts by id, those after one. */
    List<Head> accounts(UUID after, int limit) {
        return heads(
                "SELECT account_id, seq FROM account_view WHERE account_id > ? ORDER BY account_id LIMIT ?",
                after,
                limit);
    }

    private List<Head> heads(String sql, UUID after, int limit) {
        return jdbc.query(
                sql,
                (row, number) -> new Head(BinaryId.read(row.getBytes(1)).toString(), row.getLong(2)),
                BinaryId.of(after),
                limit);
    }
}
