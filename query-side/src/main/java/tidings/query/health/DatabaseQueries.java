package tidings.query.health;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
final class DatabaseQueries {

    private final JdbcTemplate jdbc;

    DatabaseQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean answers() {
        try {
            return Integer.valueOf(1).equals(jdbc.queryForObject("SELECT 1", Integer.class));
        } catch (DataAccessException e) {
            return false;
        }
    }
}
