package tidings.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Work that grows with the whole log, and so may take longer than any statement of a query. */
final class LongRunningQueries {

    static final Duration LONGEST = Duration.ofHours(6);

    private LongRunningQueries() {}

    /** What is done with a connection whose patience is long. */
    interface Work<T> {
        T call() throws SQLException;
    }

    /** Lifts the connection's time-out while the work is done. */
    static <T> T call(Connection connection, Work<T> work) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
        try {
            return work.call();
        } finally {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}
