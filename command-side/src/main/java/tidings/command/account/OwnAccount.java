package tidings.command.account;

import java.util.Optional;
import tidings.command.account.AccountCommand.ChangeProfile;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.NotePasswordChange;
import tidings.command.account.AccountDirectory.Credentials;
import tidings.command.dispatch.CommandRefused;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.RejectionCode;
import tidings.command.throttle.TooManyAttempts;
import tidings.events.account.AccountId;

/** What people do to their own accounts. Whatever cannot be undone asks who it is once more. */
public final class OwnAccount {

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
     */
    public void changePassword(AccountId id, Password old, Password chosen, String sessionId) {
        chosen.requireChoosable();
        requirePassword(id, old);
        String hash = hashing.hash(chosen);
        decisions.decide(id, new NotePasswordChange(id));
        accounts.storePassword(id, hash);
        signOut.everywhere(id, sessionId);
    }

    /** An administrator can undo it. */
    public void deactivate(AccountId id, Proof proof) {
        require(id, proof);
        administrators.keepWhile(id, () -> decisions.decide(id, new Deactivate(id)));
        signOut.everywhere(id, null);
    }

    /** Nobody can undo it. */
    public void delete(AccountId id, Proof proof) {
        require(id, proof);
        administrators.keepWhile(id, () -> decisions.decide(id, new Delete(id)));
        signOut.everywhere(id, null);
    }

    /**
     * Sees to it that it is the account's owner: by the password or, where there is none, by a sign-in just now.
     *
     * @throws CommandRefused FORBIDDEN when it is another password, or the sign-in was too long ago; BAD_FRAME when the
     *     account has a password and none was given
     * @throws TooManyAttempts when it was guessed at too often
     */
    public void require(AccountId id, Proof proof) {
        if (proof.password() != null) {
            requirePassword(id, proof.password());
        } else if (accounts.credentialsOf(id).isPresent()) {
            throw new CommandRefused(RejectionCode.BAD_FRAME, "password is missing");
        } else if (!proof.signedInJustNow()) {
            throw new CommandRefused(
                    RejectionCode.FORBIDDEN, "this account has no password: sign in again, and repeat this at once");
        }
    }

    private void requirePassword(AccountId id, Password password) {
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
