package tidings.query.accounts;

import tidings.events.account.AccountId;

/** An account as everybody may see it. */
public record AccountView(AccountId id, String username, String displayName, boolean bot, boolean deactivated) {

    /**
     * Stands in for an account whose registration is still on its way here: accounts and channels travel in
     * different partitions.
     */
    public static AccountView notYetKnown(AccountId id) {
        return new AccountView(id, id.toString(), id.toString(), false, false);
    }
}
