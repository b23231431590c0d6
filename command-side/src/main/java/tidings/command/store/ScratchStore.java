package tidings.command.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.Surroundings;

/**
 * An event store as the node's own, of the same classes and on the same server, over one connection all of whose tables are
 * temporary: when it closes, it was never there.
 *
 * @param events where to append, and to read what was appended
 */
public record ScratchStore(AppendConnections connections, GroupCommitter committer, WakingEventStore events)
        implements AutoCloseable {

    /** Without any events; throws where the server of {@code main} does not give it its tables. */
    public static ScratchStore beside(HikariDataSource main, StoreProperties properties) {
        AppendConnections connections = AppendConnections.toScratchTables(main);
        try (Connection connection = connections.dataSource().getConnection()) {
            connection.rollback();
        } catch (SQLException e) {
            connections.close();
            throw new IllegalStateException(e);
        }
        EngineTransactions engine = EngineTransactions.over(connections.dataSource());
        GroupCommitter committer = new GroupCommitter(connections, properties, new BackgroundTasks());
        WakingEventStore events = WakingEventStore.create(
                GroupCommitEngine.create(engine.connections(), engine.transactions(), committer, properties),
                properties);
        committer.afterCommit(events::committed);
        return new ScratchStore(connections, committer, events);
    }

    /** As empty as the store, and without any people. */
    public Surroundings surroundings(Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(connections.dataSource());
        return new Surroundings(new StoredMessages(jdbc), names -> Map.of(), new ReservedNames(jdbc, clock), clock);
    }

    @Override
    public void close() {
        committer.close();
        events.shutDown();
        connections.close();
    }
}
