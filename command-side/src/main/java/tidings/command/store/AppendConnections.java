package tidings.command.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import javax.sql.DataSource;

/**
 * The committer's own connections, so that no reader can keep it waiting. The server ends a transaction whose node has
 * stalled, and with it its locks, long before readers of the log give up its gaps (ADR 0024).
 */
public final class AppendConnections implements AutoCloseable {

    private final HikariDataSource dataSource;

    /** To the same database by the same settings as {@code main}. */
    public AppendConnections(HikariDataSource main) {
        this(AppendPoolSettings.of(main));
    }

    private AppendConnections(HikariConfig config) {
        this.dataSource = new HikariDataSource(config);
    }

    /** As the others, but what is written through them is gone with them; nor do they wait long for their server. */
    static AppendConnections toScratchTables(HikariDataSource main) {
        HikariConfig config = AppendPoolSettings.of(main);
        config.setPoolName("scratch");
        config.setConnectionTimeout(2_000);
        config.addDataSourceProperty("connectTimeout", "2000");
        config.addDataSourceProperty("socketTimeout", "2000");
        config.setDataSource(new ScratchTables(new DriverDataSource(
                config.getJdbcUrl(),
                config.getDriverClassName(),
                config.getDataSourceProperties(),
                config.getUsername(),
                config.getPassword())));
        return new AppendConnections(config);
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
