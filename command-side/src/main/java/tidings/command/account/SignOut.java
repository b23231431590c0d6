package tidings.command.account;

import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/** Ends sessions. */
public interface SignOut {

    /**
     * Ends all sessions of an account, those of its API tokens too where none is spared.
     *
     * @param spared the session that may go on, with the account's API tokens; null when nothing may
     */
    void everywhere(AccountId accountId, @Nullable String spared);
}
