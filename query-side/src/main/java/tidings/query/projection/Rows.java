package tidings.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for one statement, gathered in memory and sent as one batch, which the driver makes one multi-row statement. */
public final class Rows {

    private final List<Row> rows = new ArrayList<>();

    private record Row(@Nullable Object[] values) {

        void bind(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    public void add(@Nullable Object... values) {
        rows.add(new Row(values));
    }

    public void send(JdbcTemplate jdbc, String sql) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), (statement, row) -> row.bind(statement));
        }
    }
}
