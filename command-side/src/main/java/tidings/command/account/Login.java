package tidings.command.account;

import java.util.Optional;
import tidings.command.account.AccountDirectory.Credentials;
import tidings.command.dispatch.CommandRefused;
import tidings.command.throttle.Throttle;
import tidings.events.account.AccountId;

/** Checks passwords. Whether a name is unknown, has no password, or has another one: the answer and its time are the same. */
public final class Login {

    private final AccountDirectory accounts;
    private final PasswordHashing hashing;
    private final AccountThrottles throttles;

    Login(AccountDirectory accounts, PasswordHashing hashing, AccountThrottles throttles) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttles = throttles;
    }

    /**
     * @param name as it was typed; what can be no username is an unknown one
     * @param address where the call comes from, for the limits
     * @return whose password it is; empty when it is nobody's
     * @throws CommandRefused RATE_LIMITED when the address, or the name's guesses, have to wait: then a right password is not looked at
     */
    public Optional<AccountId> verify(String name, Password password, String address) {
        Throttle.requireNoWait(throttles.attempt(address));
        if (!Username.isOne(name)) {
            hashing.matchesNobody(password);
            return Optional.empty();
        }
        Username username = new Username(name);
        Throttle.requireNoWait(throttles.guess(username, address));
        Optional<Credentials> known = accounts.credentialsOf(username);
        boolean right = known.isPresent()
                ? hashing.matches(password, known.get().passwordHash())
                : hashing.matchesNobody(password);
        if (right) {
            throttles.guessedRight(username, address);
        }
        return known.filter(credentials -> right).map(Credentials::accountId);
    }
}
