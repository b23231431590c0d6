package tidings.command.reauthentication;

import tidings.command.account.OwnAccount;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.command.session.Caller;
import tidings.command.session.Sessions;
import tidings.command.throttle.TooManyAttempts;
import tidings.command.totp.SecondFactor;

/**
 * Sees to it that who holds an access token is the account's owner still: a stolen token must not become a credential that
 * outlives it.
 */
public final class Reauthentication {

    private final OwnAccount account;
    private final SecondFactor secondFactor;
    private final Sessions sessions;

    Reauthentication(OwnAccount account, SecondFactor secondFactor, Sessions sessions) {
        this.account = account;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
    }

    /**
     * By the password, or by a one-time password where those are on; by a sign-in just now where the account has no password.
     *
     * @throws ReauthenticationRequired when nothing of it was shown
     * @throws CommandRefused FORBIDDEN when what was shown is wrong
     * @throws TooManyAttempts when it was guessed at too often
     */
    public void require(Caller caller, Shown shown) {
        if (shown.password() == null && shown.totp() != null && secondFactor.isOn(caller.accountId())) {
            requireCode(caller, shown);
        } else {
            requirePassword(caller, shown);
        }
    }

    /** As {@link #require}; a sign-in just now stands for it, where what is made can do little. */
    public void requireRecent(Caller caller, Shown shown) {
        if (shown.password() != null || shown.totp() != null || !sessions.isFresh(caller)) {
            require(caller, shown);
        }
    }

    /** By the password, and where one-time passwords are on by one of those or a recovery code too. */
    public void requireAll(Caller caller, Shown shown) {
        if (secondFactor.isOn(caller.accountId()) && shown.totp() == null) {
            throw new ReauthenticationRequired("this needs a one-time password or a recovery code: totp");
        }
        requirePassword(caller, shown);
        requireCode(caller, shown);
    }

    private void requirePassword(Caller caller, Shown shown) {
        if (shown.password() != null) {
            account.requirePassword(caller.accountId(), shown.password(), shown.address());
        } else if (account.hasPassword(caller.accountId())) {
            throw new ReauthenticationRequired("this needs the password again: password");
        } else if (!sessions.isFresh(caller)) {
            throw new ReauthenticationRequired("this account has no password: sign in again, and repeat this at once");
        }
    }

    private void requireCode(Caller caller, Shown shown) {
        boolean right = switch (secondFactor.check(caller.accountId(), shown.totp(), shown.address())) {
            case NOT_NEEDED, RIGHT -> true;
            case MISSING, WRONG -> false;
        };
        if (!right) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "the code is wrong");
        }
    }
}
