package tidings.query.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;
import tidings.query.views.BinaryId;
import tidings.query.views.Placeholders;

/** Looks accounts up; everybody may know everybody's names. */
@Component
public final class AccountQueries {

    private static final String SELECT =
            "SELECT account_id, username, display_name, bot, deactivated FROM account_view WHERE ";

    private final JdbcTemplate jdbc;

    AccountQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<AccountView> byId(AccountId id) {
        return jdbc.query(SELECT + "account_id = ?", AccountQueries::read, BinaryId.of(id.value())).stream()
                .findFirst();
    }

    /** Every account asked for; one that is not here yet is stood in for. */
    public Map<AccountId, AccountView> byIds(Collection<AccountId> ids) {
        Set<AccountId> distinct = Set.copyOf(ids);
        Map<AccountId, AccountView> accounts = new HashMap<>();
        distinct.forEach(id -> accounts.put(id, AccountView.notYetKnown(id)));
        if (!distinct.isEmpty()) {
            List<AccountView> found = jdbc.query(
                    SELECT + "account_id IN (" + Placeholders.list(distinct.size()) + ")",
                    AccountQueries::read,
                    distinct.stream().map(id -> BinaryId.of(id.value())).toArray());
            found.forEach(account -> accounts.put(account.id(), account));
        }
        return accounts;
    }

    /** Ignores case: usernames are unique that way. */
    public Optional<AccountView> byUsername(String username) {
        return jdbc
                .query(SELECT + "username_key = ? LIMIT 1", AccountQueries::read, username.toLowerCase(Locale.ROOT))
                .stream()
                .findFirst();
    }

    private static AccountView read(ResultSet row, int number) throws SQLException {
        return new AccountView(
                new AccountId(BinaryId.read(row.getBytes(1))),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5));
    }
}
