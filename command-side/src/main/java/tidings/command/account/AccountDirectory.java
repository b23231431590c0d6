package tidings.command.account;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import tidings.command.channel.MemberAccounts;
import tidings.events.account.AccountId;

/** Who there is, by the tables of names and credentials. */
public interface AccountDirectory extends MemberAccounts {

    /** What a login is checked against. */
    record Credentials(AccountId accountId, String passwordHash) {
        @Override
        public String toString() {
            return "Credentials[" + accountId + "]";
        }
    }

    /** Empty when there is no such account, it has no password, or is not active. */
    Optional<Credentials> credentialsOf(Username username);

    /** As {@link #credentialsOf(Username)}. */
    Optional<Credentials> credentialsOf(AccountId accountId);

    /** Empty when there is no such account. */
    Optional<Username> usernameOf(AccountId accountId);

    /** Whether the account is neither deactivated nor deleted. */
    boolean isActive(AccountId accountId);

    /** Always with USER. */
    Set<AccountRole> rolesOf(AccountId accountId);

    /** Those of these ids that are an account's. */
    Set<AccountId> existing(Collection<AccountId> accountIds);

    @Override
    default boolean allExist(Collection<AccountId> accountIds) {
        return existing(accountIds).containsAll(accountIds);
    }
}
