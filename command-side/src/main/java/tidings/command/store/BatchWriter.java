package tidings.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.dispatch.AppendResult;

/**
 * Writes a batch of appends in one transaction. When one member stands in the way of all (somebody else appended to its
 * stream, or its message is already there), the members are tried one by one, again in one transaction, so that only
 * those fail that have to.
 */
final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int MAX_DEADLOCKS = 3;
    private static final int VALIDATION_SECONDS = 1;

    private final DataSource dataSource;

    /**
     * What became of a batch.
     *
     * @param results of its members, in their order
     * @param events what is durable now, in the log's order; empty where their places are not known
     */
    record Written(List<AppendResult> results, List<Committed> events) {}

    /**
     * Writes through connections of this source.
     *
     * @param dataSource with auto-commit off, and time-outs on everything
     */
    BatchWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Uses the connection for nothing, so that the server does not end it for its idleness. */
    void stayConnected() {
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            LOG.debug("the database cannot be reached", e);
        }
    }

    /**
     * Commits; what cannot be is left out.
     *
     * @return what became of them
     * @throws SQLException when nothing is known of any of them
     */
    Written write(List<Append> batch) throws SQLException {
        try {
            List<Committed> events = together(batch);
            return new Written(Collections.nCopies(batch.size(), AppendResult.DURABLE), events);
        } catch (SQLException e) {
            if (!isContention(e)) {
                throw e;
            }
        }
        return new Written(oneByOne(batch), List.of());
    }

    private List<Committed> together(List<Append> batch) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<EventRow> rows = new ArrayList<>();
            batch.forEach(append -> rows.addAll(append.rows()));
            List<Long> indices;
            try {
                indices = EventTable.insert(connection, rows);
            } catch (SQLException e) {
                rollback(connection, e);
                throw e;
            }
            connection.commit();
            return committed(rows, indices);
        }
    }

    private static List<Committed> committed(List<EventRow> rows, List<Long> indices) {
        List<Committed> committed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size() && indices.size() == rows.size(); i++) {
            committed.add(new Committed(indices.get(i), rows.get(i).message()));
        }
        return committed;
    }

    private List<AppendResult> oneByOne(List<Append> batch) throws SQLException {
        for (int deadlocks = 0; deadlocks < MAX_DEADLOCKS; deadlocks++) {
            List<AppendResult> results = new ArrayList<>();
            try (Connection connection = dataSource.getConnection()) {
                try {
                    for (Append append : batch) {
                        results.add(one(connection, append));
                    }
                } catch (SQLException e) {
                    rollback(connection, e);
                    if (codeOf(e) == DEADLOCK) {
                        continue;
                    }
                    throw e;
                }
                connection.commit();
                return results;
            }
        }
        batch.forEach(append -> append.lineage().condemn());
        return Collections.nCopies(batch.size(), AppendResult.CONFLICT);
    }

    private static AppendResult one(Connection connection, Append append) throws SQLException {
        if (append.lineage().isCondemned()) {
            return AppendResult.CONFLICT;
        }
        try {
            EventTable.insert(connection, append.rows());
            return AppendResult.DURABLE;
        } catch (SQLException e) {
            return switch (codeOf(e)) {
                // the statement alone was undone, the transaction stands
                case DUPLICATE_ENTRY -> fail(append, AppendResult.CONFLICT);
                case LOCK_WAIT_TIMEOUT -> fail(append, AppendResult.UNAVAILABLE);
                default -> throw e;
            };
        }
    }

    private static AppendResult fail(Append append, AppendResult result) {
        append.lineage().condemn();
        return result;
    }

    private static boolean isContention(SQLException e) {
        int code = codeOf(e);
        return code == DUPLICATE_ENTRY || code == LOCK_WAIT_TIMEOUT || code == DEADLOCK;
    }

    private static int codeOf(SQLException e) {
        return e.getErrorCode();
    }

    private static void rollback(Connection connection, SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
