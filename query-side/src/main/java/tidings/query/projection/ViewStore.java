package tidings.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows as one batch, of which the driver makes one multi-row statement. */
@Component
public final class ViewStore {

    private final JdbcTemplate jdbc;

    ViewStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction; without rows nothing is sent. */
    public void send(Rows rows, String sql) {
        if (!rows.rows().isEmpty()) {
            jdbc.batchUpdate(sql, rows.rows(), rows.rows().size(), ViewStore::bind);
        }
    }

    private static void bind(PreparedStatement statement, Rows.Row row) throws SQLException {
        for (int i = 0; i < row.values().length; i++) {
            statement.setObject(i + 1, row.values()[i]);
        }
    }
}
