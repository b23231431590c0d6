package tidings.query.admission;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;
import tidings.events.account.AccountId;

/**
 * Lets no account use more than its share of the pool, nor all accounts together more than theirs: who wants more waits
 * for a connection of its own, and others do not wait for it. What works for no account, as the projections, is not
 * counted. Spring gives a connection back by asking {@link #shouldClose} first.
 */
final class FairShareDataSource extends DelegatingDataSource implements SmartDataSource, InfrastructureProxy {

    private final Shares shares;
    private final Duration patience;
    private final Map<Connection, Permit> taken = Collections.synchronizedMap(new IdentityHashMap<>());

    /** @param patience how long to wait for a share */
    FairShareDataSource(DataSource pool, Shares shares, Duration patience) {
        super(pool);
        this.shares = shares;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        AccountId account = CurrentAccount.get();
        if (account == null) {
            return pool().getConnection();
        }
        Permit share = share(account);
        try {
            Connection connection = pool().getConnection();
            taken.put(connection, share);
            return connection;
        } catch (SQLException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    private Permit share(AccountId account) throws SQLException {
        try {
            return shares.take(account, patience).orElseThrow(ShareInUseException::new);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a share of the pool", e);
        }
    }

    @Override
    public boolean shouldClose(Connection connection) {
        Permit share = taken.remove(connection);
        if (share != null) {
            share.close();
        }
        return true;
    }

    /** Transactions know the pool by itself. */
    @Override
    public Object getWrappedObject() {
        return pool();
    }

    private DataSource pool() {
        return obtainTargetDataSource();
    }
}
