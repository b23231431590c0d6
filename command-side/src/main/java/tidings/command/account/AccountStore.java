package tidings.command.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.events.account.AccountId;

final class AccountStore implements AccountDirectory {

    private static final int PAGE = 1_000;

    private static final String ACTIVE =
            " AND NOT EXISTS (SELECT 1 FROM account_standing s WHERE s.account_id = c.account_id)";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Credentials> credentialsOf(Username username) {
        return jdbc.sql("SELECT c.account_id, c.password_hash FROM account_name n"
                        + " JOIN account_credentials c ON c.account_id = n.account_id WHERE n.name_key = ?" + ACTIVE)
                .param(username.key())
                .query((row, n) -> new Credentials(AccountId.parse(row.getString(1)), row.getString(2)))
                .optional();
    }

    @Override
    public Optional<Credentials> credentialsOf(AccountId accountId) {
        return jdbc.sql("SELECT c.password_hash FROM account_credentials c WHERE c.account_id = ?" + ACTIVE)
                .param(accountId.toString())
                .query((row, n) -> new Credentials(accountId, row.getString(1)))
                .optional();
    }

    void storePassword(AccountId accountId, String hash) {
        jdbc.sql("UPDATE account_credentials SET password_hash = ?, changed_at = UTC_TIMESTAMP(3) WHERE account_id = ?")
                .params(hash, accountId.toString())
                .update();
    }

    @Override
    public Optional<Username> usernameOf(AccountId accountId) {
        return jdbc.sql("SELECT username FROM account_name WHERE registered AND account_id = ?")
                .param(accountId.toString())
                .query((row, n) -> new Username(row.getString(1)))
                .optional();
    }

    @Override
    public boolean isActive(AccountId accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM account_standing WHERE account_id = ?")
                        .param(accountId.toString())
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    public boolean allActive(Collection<AccountId> accountIds) {
        return accountIds.isEmpty()
                || jdbc.sql("SELECT COUNT(*) FROM account_standing WHERE account_id IN (:ids)")
                                .param(
                                        "ids",
                                        accountIds.stream()
                                                .map(AccountId::toString)
                                                .toList())
                                .query(Long.class)
                                .single()
                        == 0;
    }

    @Override
    public Set<AccountRole> rolesOf(AccountId accountId) {
        Set<AccountRole> roles = EnumSet.of(AccountRole.USER);
        jdbc.sql("SELECT role FROM account_role WHERE account_id = ?")
                .param(accountId.toString())
                .query(String.class)
                .list()
                .forEach(role -> roles.add(AccountRole.valueOf(role)));
        return roles;
    }

    @Override
    public Set<AccountId> existing(Collection<AccountId> accountIds) {
        List<String> distinct =
                accountIds.stream().map(AccountId::toString).distinct().toList();
        Set<AccountId> found = new HashSet<>();
        for (int from = 0; from < distinct.size(); from += PAGE) {
            jdbc.sql("SELECT account_id FROM account_name WHERE registered AND account_id IN (:ids)")
                    .param("ids", distinct.subList(from, Math.min(from + PAGE, distinct.size())))
                    .query(String.class)
                    .list()
                    .forEach(id -> found.add(AccountId.parse(id)));
        }
        return found;
    }
}
