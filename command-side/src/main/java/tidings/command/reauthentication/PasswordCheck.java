package tidings.command.reauthentication;

import tidings.command.dispatch.CommandRefusedException;
import tidings.command.throttle.Origin;
import tidings.events.account.AccountId;

/** Checks the passwords of accounts. */
public interface PasswordCheck {

    /** Whether the account has a password; where it has none, its owner signs in by a provider. */
    boolean hasPassword(AccountId accountId);

    /**
     * @param origin where the call comes from, for the limits
     * @throws CommandRefusedException FORBIDDEN when it is another password, RATE_LIMITED when it was guessed at too often
     */
    void requirePassword(AccountId accountId, String password, Origin origin);
}
