package tidings.command.eventstore;

import java.sql.Connection;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Spring's transactions for Axon's parts, over connections that are only taken at the first statement: most batches of
 * the relay write no position (ADR-0012), and so cost the database nothing.
 *
 * @param connections takes part in the transaction under way
 * @param transactions begins, commits and rolls back
 */
public record EngineTransactions(ConnectionProvider connections, TransactionManager transactions) {

    public static EngineTransactions over(DataSource dataSource) {
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
        lazy.setTargetDataSource(dataSource);
        // said here, or it would open a connection to find out
        lazy.setDefaultAutoCommit(true);
        lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new EngineTransactions(
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(lazy)),
                new SpringTransactionManager(new DataSourceTransactionManager(lazy)));
    }
}
