package tidings.command.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads streams from the log, where whatever was acknowledged is. */
public final class LogQueries {

    private static final int MAX_PAGE_BYTES = 3_000_000;

    private final JdbcTemplate jdbc;
    private final LoggedEventReader reader = new LoggedEventReader();

    public LogQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The events of a stream after a seq, in order; fewer than {@code limit} also where a page would be over 3 MB. Blocks
     * on the database.
     */
    public List<LoggedEvent> readStream(String type, String id, long afterSeq, int limit) {
        ResultSetExtractor<List<LoggedEvent>> page = this::page;
        List<LoggedEvent> found = jdbc.query(
                "SELECT sequence_number, time_stamp, payload_type, payload_revision, payload, meta_data"
                        + " FROM domain_event_entry WHERE aggregate_identifier = ? AND sequence_number > ?"
                        + " AND type = ? ORDER BY sequence_number LIMIT ?",
                page,
                id,
                afterSeq,
                type,
                limit);
        return found == null ? List.of() : found;
    }

    private List<LoggedEvent> page(ResultSet rows) throws SQLException {
        List<LoggedEvent> page = new ArrayList<>();
        int bytes = 0;
        while (bytes < MAX_PAGE_BYTES && rows.next()) {
            LoggedEvent event = reader.read(rows);
            bytes += event.data().length;
            page.add(event);
        }
        return page;
    }
}
