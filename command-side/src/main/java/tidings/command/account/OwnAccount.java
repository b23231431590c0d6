package tidings.command.account;

import java.util.Optional;
import tidings.command.account.AccountCommand.ChangeProfile;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.NotePasswordChange;
import tidings.command.account.AccountDirectory.Credentials;
import tidings.command.account.password.Password;
import tidings.command.account.password.PasswordHashing;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.reauthentication.PasswordCheck;
import tidings.command.throttle.Origin;
import tidings.command.throttle.Throttle;
import tidings.events.account.AccountId;

/** What people do to their own accounts. */
public final class OwnAccount implements PasswordCheck {

    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final AccountThrottles throttles;
    private final Decisions decisions;
    private final SignOut signOut;
    private final AdministratorStore administrators;

    OwnAccount(
            AccountStore accounts,
            PasswordHashing hashing,
            AccountThrottles throttles,
            Decisions decisions,
            SignOut signOut,
            AdministratorStore administrators) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttles = throttles;
        this.decisions = decisions;
        this.signOut = signOut;
        this.administrators = administrators;
    }

    public void changeProfile(AccountId id, DisplayName displayName) {
        decisions.decide(id, new ChangeProfile(id, displayName));
    }

    /**
     * Changes the password and ends all other sessions. The fact is recorded before: cut off in between, it was said once
     * too often and the old password still counts.
     *
     * @param sessionId the caller's, which goes on
     * @param origin where the call comes from, for the limits
     */
    public void changePassword(AccountId id, Password old, Password chosen, String sessionId, Origin origin) {
        chosen.requireChoosable(accounts.usernameOf(id).map(Username::value).orElse(null));
        requirePassword(id, old, origin);
        String hash = hashing.hash(chosen);
        decisions.decide(id, new NotePasswordChange(id));
        accounts.storePassword(id, hash);
        signOut.everywhere(id, sessionId);
    }

    /** An administrator can undo it. The caller has shown that it is the account's owner. */
    public void deactivate(AccountId id) {
        administrators.keepWhile(id, () -> decisions.decide(id, new Deactivate(id)));
        signOut.everywhere(id, null);
    }

    /** Nobody can undo it. The caller has shown that it is the account's owner. */
    public void delete(AccountId id) {
        administrators.keepWhile(id, () -> decisions.decide(id, new Delete(id)));
        signOut.everywhere(id, null);
    }

    @Override
    public boolean hasPassword(AccountId id) {
        return accounts.credentialsOf(id).isPresent();
    }

    @Override
    public void requirePassword(AccountId id, String password, Origin origin) {
        requirePassword(id, new Password(password), origin);
    }

    private void requirePassword(AccountId id, Password password, Origin origin) {
        Optional<Username> username = accounts.usernameOf(id);
        username.ifPresent(name -> Throttle.requireNoWait(throttles.guess(name, origin)));
        Optional<Credentials> known = accounts.credentialsOf(id);
        boolean right = known.isPresent()
                ? hashing.matches(password, known.get().passwordHash())
                : hashing.matchesNobody(password);
        if (!right) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, "the password is wrong");
        }
        username.ifPresent(name -> throttles.guessedRight(name, origin));
    }
}
