package tidings.command.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** How the committer's connections differ from those of the main pool. */
final class AppendPoolSettings {

    /** The committer is one thread. */
    private static final int SIZE = 1;

    private AppendPoolSettings() {}

    static HikariConfig of(HikariDataSource main) {
        HikariConfig config = new HikariConfig();
        main.copyStateTo(config);
        config.setPoolName("append");
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        // the channel that a stalled node was writing into waits for no longer than this; the committer asks for a
        // connection more often, so that none is ended for its idleness
        config.setConnectionInitSql("SET SESSION wait_timeout = 10, SESSION innodb_lock_wait_timeout = 1");
        config.setKeepaliveTime(0);
        config.addDataSourceProperty("socketTimeout", "10000");
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
