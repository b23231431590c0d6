package tidings.command.reauthentication;

import tidings.access.Identity;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.throttle.Origin;

/**
 * Sees to it that who holds an access token is the account's owner still: a stolen token must not become a credential that
 * outlives it.
 */
public final class Reauthentication {

    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final RecentSignIn signIns;

    Reauthentication(PasswordCheck passwords, CodeCheck codes, RecentSignIn signIns) {
        this.passwords = passwords;
        this.codes = codes;
        this.signIns = signIns;
    }

    /**
     * By the password, or by a one-time password where those are on; by a sign-in just now where the account has no password.
     *
     * @throws ReauthenticationRequiredException when nothing of it was shown
     * @param origin where the call comes from, for the limits
     * @throws CommandRefusedException FORBIDDEN when what was shown is wrong, RATE_LIMITED when it was guessed at too often
     */
    public void require(Identity caller, Confirmation shown, Origin origin) {
        if (shown.password() == null && shown.totp() != null && codes.isOn(caller.accountId())) {
            requireCode(caller, shown, origin);
        } else {
            requirePassword(caller, shown, origin);
        }
    }

    /** As {@link #require}; a sign-in just now stands for it, where what is made can do little. */
    public void requireRecent(Identity caller, Confirmation shown, Origin origin) {
        if (shown.password() != null || shown.totp() != null || !signIns.isFresh(caller)) {
            require(caller, shown, origin);
        }
    }

    /** By the password, and where one-time passwords are on by one of those or a recovery code too. */
    public void requireAll(Identity caller, Confirmation shown, Origin origin) {
        if (codes.isOn(caller.accountId()) && shown.totp() == null) {
            throw new ReauthenticationRequiredException("this needs a one-time password or a recovery code: totp");
        }
        requirePassword(caller, shown, origin);
        requireCode(caller, shown, origin);
    }

    private void requirePassword(Identity caller, Confirmation shown, Origin origin) {
        if (shown.password() != null) {
            passwords.requirePassword(caller.accountId(), shown.password(), origin);
        } else if (passwords.hasPassword(caller.accountId())) {
            throw new ReauthenticationRequiredException("this needs the password again: password");
        } else if (!signIns.isFresh(caller)) {
            throw new ReauthenticationRequiredException(
                    "this account has no password: sign in again, and repeat this at once");
        }
    }

    private void requireCode(Identity caller, Confirmation shown, Origin origin) {
        if (!codes.accepts(caller.accountId(), shown.totp(), origin)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "the code is wrong");
        }
    }
}
