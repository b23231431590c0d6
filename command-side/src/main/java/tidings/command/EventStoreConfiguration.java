package tidings.command;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.background.BackgroundTasks;
import tidings.command.eventstore.AppendConnections;
import tidings.command.eventstore.EngineTransactions;
import tidings.command.eventstore.EventKeyFactory;
import tidings.command.eventstore.GroupCommitEngine;
import tidings.command.eventstore.GroupCommitter;
import tidings.command.eventstore.InlineProjection;
import tidings.command.eventstore.NotifyingEventStore;
import tidings.command.eventstore.SnapshotType;
import tidings.command.eventstore.StoreProperties;

/** Axon's event store over the database: its transactions, and the committer that everything is appended through. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    EngineTransactions engineTransactions(DataSource dataSource) {
        return EngineTransactions.over(dataSource);
    }

    @Bean
    ConnectionProvider connectionProvider(EngineTransactions engine) {
        return engine.connections();
    }

    @Bean
    TransactionManager axonTransactionManager(EngineTransactions engine) {
        return engine.transactions();
    }

    @Bean
    AppendConnections appendConnections(HikariDataSource dataSource) {
        return new AppendConnections(dataSource);
    }

    @Bean
    GroupCommitter groupCommitter(
            AppendConnections connections,
            List<InlineProjection> projections,
            StoreProperties properties,
            BackgroundTasks tasks) {
        return new GroupCommitter(connections, projections, properties, tasks);
    }

    @Bean
    GroupCommitEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            GroupCommitter committer,
            EventKeyFactory keys,
            List<SnapshotType<?, ?>> snapshots,
            StoreProperties properties) {
        return GroupCommitEngine.create(
                connections, transactions, committer, new GroupCommitEngine.Contents(keys, snapshots), properties);
    }

    @Bean(destroyMethod = "shutDown")
    NotifyingEventStore eventStore(GroupCommitEngine engine, GroupCommitter committer, StoreProperties properties) {
        NotifyingEventStore store = NotifyingEventStore.create(engine, properties);
        committer.afterCommit(store::committed);
        return store;
    }
}
