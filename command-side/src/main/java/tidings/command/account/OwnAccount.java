package tidings.command.account;

import java.util.Optional;
import tidings.command.account.AccountCommand.ChangeProfile;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.NotePasswordChange;
import tidings.command.account.AccountDirectory.Credentials;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;

/** What people do to their own accounts. Whatever cannot be undone asks for the password again. */
public final class OwnAccount {

    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final AccountThrottles throttles;
    private final AccountLog log;
    private final SignOut signOut;
    private final AdministratorStore administrators;

    OwnAccount(
            AccountStore accounts,
            PasswordHashing hashing,
            AccountThrottles throttles,
            AccountLog log,
            SignOut signOut,
            AdministratorStore administrators) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttles = throttles;
        this.log = log;
        this.signOut = signOut;
        this.administrators = administrators;
    }

    public void changeProfile(AccountId id, DisplayName displayName) {
        log.record(id, new ChangeProfile(id, displayName));
    }

    /**
     * Changes the password and ends all other sessions. The fact is recorded before: cut off in between, it was said once
     * too often and the old password still counts.
     *
     * @param sessionId the caller's, which goes on
     */
    public void changePassword(AccountId id, Password old, Password chosen, String sessionId) {
        chosen.requireChoosable();
        requirePassword(id, old);
        String hash = hashing.hash(chosen);
        log.record(id, new NotePasswordChange(id));
        accounts.storePassword(id, hash);
        signOut.everywhere(id, sessionId);
    }

    /** An administrator can undo it. */
    public void deactivate(AccountId id, Password password) {
        requirePassword(id, password);
        administrators.keepWhile(id, () -> log.record(id, new Deactivate(id)));
        signOut.everywhere(id, null);
    }

    /** Nobody can undo it. */
    public void delete(AccountId id, Password password) {
        requirePassword(id, password);
        administrators.keepWhile(id, () -> log.record(id, new Delete(id)));
        signOut.everywhere(id, null);
    }

    /**
     * Sees to it that the caller knows the password.
     *
     * @throws CommandRefused FORBIDDEN when it is another one
     * @throws TooManyAttempts when it was guessed at too often
     */
    public void requirePassword(AccountId id, Password password) {
        Optional<Username> username = accounts.usernameOf(id);
        username.ifPresent(name -> TooManyAttempts.requireNone(throttles.guess(name)));
        Optional<Credentials> known = accounts.credentialsOf(id);
        boolean right = known.isPresent()
                ? hashing.matches(password, known.get().passwordHash())
                : hashing.matchesNobody(password);
        if (!right) {
            throw new CommandRefused(RejectionCode.FORBIDDEN, "the password is wrong");
        }
        username.ifPresent(throttles::guessedRight);
    }
}
