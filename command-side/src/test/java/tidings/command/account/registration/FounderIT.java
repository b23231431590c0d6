package tidings.command.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.command.account.AccountRole;
import tidings.command.account.Username;
import tidings.events.account.AccountId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class FounderIT {

    private static final AccountId FIRST = new AccountId(new UUID(0x7000, 1));
    private static final AccountId SECOND = new AccountId(new UUID(0x7000, 2));

    @Test
    void isTheFirstWhoseAccountIsComplete() {
        DataSource empty = emptySchema();
        JdbcClient jdbc = JdbcClient.create(empty);
        NameReservationStore names =
                new NameReservationStore(jdbc, new TransactionTemplate(new DataSourceTransactionManager(empty)));
        register(names, "first", FIRST);
        register(names, "second", SECOND);
        assertThat(rolesBesideUser(jdbc, FIRST)).containsExactly(AccountRole.ADMIN);
        assertThat(rolesBesideUser(jdbc, SECOND)).isEmpty();
    }

    private static List<AccountRole> rolesBesideUser(JdbcClient jdbc, AccountId id) {
        return jdbc.sql("SELECT role FROM account_role WHERE account_id = ?")
                .param(id.toString())
                .query((row, n) -> AccountRole.valueOf(row.getString(1)))
                .list();
    }

    private static void register(NameReservationStore names, String name, AccountId id) {
        NameReservations.Reservation reservation =
                names.reserve(new Username(name), id, id.value()).orElseThrow();
        assertThat(names.complete(reservation, "hash")).isTrue();
    }

    private static DataSource emptySchema() {
        Database database = SharedServers.get().freshDatabase("founder");
        DataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/command")
                .outOfOrder(true)
                .load()
                .migrate();
        return source;
    }
}
