package tidings.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, gathered in memory. */
public final class Rows {

    private final List<Row> rows = new ArrayList<>();

    record Row(@Nullable Object[] values) {}

    public void add(@Nullable Object... values) {
        rows.add(new Row(values));
    }

    List<Row> rows() {
        return rows;
    }
}
