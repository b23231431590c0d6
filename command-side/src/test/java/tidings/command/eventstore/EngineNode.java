package tidings.command.eventstore;

import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.background.BackgroundTasks;
import tidings.command.channel.Channel;
import tidings.command.channel.ChannelCommand;
import tidings.command.channel.ChannelParts;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.command.dispatch.stripes.DispatchProperties;
import tidings.command.dispatch.stripes.Snapshots;
import tidings.command.dispatch.stripes.StripedDispatcher;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers.Database;

/** The engine of a command node as it runs in production, without its doors, on a database that may have more of them. */
public final class EngineNode implements AutoCloseable {

    public static final Duration TIMEOUT = STANDSTILL;

    public final IdFactory ids;
    public final JdbcTemplate jdbc;
    public final StripedDispatcher dispatcher;
    public final GroupCommitEngine engine;
    public final NotifyingEventStore store;
    public final TransactionManager transactions;
    public final ConnectionProvider connections;
    public final BackgroundTasks tasks = new BackgroundTasks();
    private final HikariDataSource dataSource;
    private final HikariDataSource appends;
    private final GroupCommitter committer;
    private final SnapshotWriter snapshots;

    private EngineNode(
            Database database,
            UnaryOperator<DataSource> appending,
            DispatchProperties dispatch,
            StoreProperties storing) {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        ids = new IdFactory(Clock.tickMillis(ZoneOffset.UTC));
        dataSource = pool(database, true);
        appends = pool(database, false);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/command")
                .outOfOrder(true)
                .load()
                .migrate();
        jdbc = new JdbcTemplate(dataSource);
        EngineTransactions ofAxon = EngineTransactions.over(dataSource);
        connections = ofAxon.connections();
        transactions = ofAxon.transactions();
        committer = new GroupCommitter(appending.apply(appends), ChannelParts.projections(), storing, tasks);
        engine = GroupCommitEngine.create(
                connections,
                transactions,
                committer,
                new GroupCommitEngine.Contents(ChannelParts.keys(), List.of(ChannelParts.snapshots())),
                storing);
        store = NotifyingEventStore.create(engine, storing);
        committer.afterCommit(store::committed);
        snapshots = new SnapshotWriter(store);
        dispatcher = new StripedDispatcher(dispatch, List.of(channels(dispatch)), store, tasks);
    }

    private AggregateHost<Channel> channels(DispatchProperties dispatch) {
        return new AggregateHost<>(
                ChannelParts.aggregate(ChannelParts.context(jdbc)),
                store,
                Snapshots.of(snapshots, ChannelParts.snapshots(), dispatch.snapshotEvery()),
                dispatch.cacheWeight());
    }

    public static EngineNode on(Database database) {
        return on(database, UnaryOperator.identity());
    }

    /** A node whose committer works through what {@code appending} makes of its data source. */
    public static EngineNode on(Database database, UnaryOperator<DataSource> appending) {
        return new EngineNode(
                database, appending, new DispatchProperties(4, 200, 2_000, 200_000, 1_000), storing(Duration.ZERO));
    }

    public static EngineNode on(Database database, DispatchProperties dispatch) {
        return on(database, dispatch, storing(Duration.ZERO));
    }

    public static EngineNode on(Database database, DispatchProperties dispatch, StoreProperties storing) {
        return new EngineNode(database, UnaryOperator.identity(), dispatch, storing);
    }

    /** The settings that a node ships with, but for the batch window. */
    public static StoreProperties storing(Duration batchWindow) {
        return new StoreProperties(1_000, batchWindow, 16, Duration.ofMillis(20), Duration.ofMinutes(10));
    }

    public CompletableFuture<Outcome> dispatch(AccountId actor, ChannelCommand command) {
        return dispatcher.dispatch(actor, command, TIMEOUT);
    }

    /** Opens a public channel. */
    public ChannelId open(AccountId owner, String name) {
        ChannelId channel = ids.nextChannelId();
        Outcome outcome =
                decide(owner, new ChannelCommand.OpenChannel(channel, name, null, Visibility.PUBLIC, List.of()));
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException(outcome.toString());
        }
        return channel;
    }

    public Outcome decide(AccountId actor, ChannelCommand command) {
        return dispatch(actor, command).join();
    }

    @Override
    public void close() {
        dispatcher.drain(TIMEOUT);
        dispatcher.close();
        committer.close();
        snapshots.close();
        store.shutDown();
        appends.close();
        dataSource.close();
    }

    private static HikariDataSource pool(Database database, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(3_000);
        config.setAutoCommit(autoCommit);
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        config.addDataSourceProperty("useLocalSessionState", "true");
        config.addDataSourceProperty("cachePrepStmts", "true");
        config.addDataSourceProperty("prepStmtCacheSqlLimit", "2048");
        config.addDataSourceProperty("maintainTimeStats", "false");
        config.addDataSourceProperty("socketTimeout", "10000");
        config.setConnectionInitSql("SET SESSION innodb_lock_wait_timeout = 1");
        return new HikariDataSource(config);
    }
}
