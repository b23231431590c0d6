package tidings.command.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The committer's own connections, so that no reader can keep it waiting. The server ends a transaction whose node has
 * stalled, and with it its locks, long before readers of the log give up its gaps (ADR-0012).
 */
public final class AppendConnections implements AutoCloseable {

    private final HikariDataSource dataSource;

    /** To the same database by the same settings as {@code main}. */
    public AppendConnections(HikariDataSource main) {
        this.dataSource = new HikariDataSource(AppendPoolSettings.of(main));
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
