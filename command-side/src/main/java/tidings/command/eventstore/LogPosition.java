package tidings.command.eventstore;

import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the log can be read, and where it ends. */
public final class LogPosition {

    private static final int TIMEOUT_SECONDS = 3;

    private final JdbcTemplate jdbc;

    public LogPosition(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setQueryTimeout(TIMEOUT_SECONDS);
    }

    public boolean isReachable() {
        try {
            jdbc.queryForObject("SELECT 1", Integer.class);
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** The highest index; -1 when the log is empty. */
    public long headIndex() {
        Long head = jdbc.queryForObject("SELECT MAX(global_index) FROM domain_event_entry", Long.class);
        return head == null ? -1 : head;
    }
}
