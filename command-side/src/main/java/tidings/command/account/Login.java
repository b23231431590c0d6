package tidings.command.account;

import java.util.Optional;
import tidings.command.account.AccountDirectory.Credentials;
import tidings.command.account.password.Password;
import tidings.command.account.password.PasswordHashing;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.throttle.DeviceToken;
import tidings.command.throttle.Origin;
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
     * @param origin where the call comes from, for the limits
     * @return whose password it is; empty when it is nobody's
     * @throws CommandRefusedException RATE_LIMITED when the address, or the name's guesses, have to wait: then a right password is not looked at
     */
    public Optional<AccountId> verify(String name, Password password, Origin origin) {
        if (!Username.isOne(name)) {
            Throttle.requireNoWait(throttles.attempt(origin.address()));
            hashing.matchesNobody(password);
            return Optional.empty();
        }
        Username username = new Username(name);
        Throttle.requireNoWait(throttles.attempt(username, origin));
        Throttle.requireNoWait(throttles.guess(username, origin));
        Optional<Credentials> known = accounts.credentialsOf(username);
        boolean right = known.isPresent()
                ? hashing.matches(password, known.get().passwordHash())
                : hashing.matchesNobody(password);
        if (right) {
            throttles.guessedRight(username, origin);
        }
        return known.filter(credentials -> right).map(Credentials::accountId);
    }

    /**
     * The name's owner was let in, with all that it takes: from now on its device has guesses of its own.
     *
     * @return what the device shows from now on: what it showed, where the account knew that, else a new one
     */
    public DeviceToken remember(String name, Origin origin) {
        Username username = new Username(name);
        DeviceToken shown = origin.device();
        DeviceToken device = shown != null && throttles.knows(username, origin) ? shown : DeviceToken.random();
        throttles.remember(username, device);
        return device;
    }
}
