package tidings.command.account;

import java.time.Duration;
import tidings.command.throttle.ClientNetwork;
import tidings.command.throttle.DeviceToken;
import tidings.command.throttle.Guesses;
import tidings.command.throttle.Origin;
import tidings.command.throttle.Throttle;
import tidings.command.throttle.Throttles;

/** How often an address may try to sign in or up, and how often an account's password may be guessed. */
public final class AccountThrottles {

    private final Guesses passwords;
    private final Throttle attempts;
    private final boolean limitLoopback;

    AccountThrottles(AccountProperties properties, Throttles throttles) {
        this.passwords = throttles.guesses(
                "password",
                properties.failuresPerAddress(),
                properties.failuresPerAccount(),
                properties.failureInterval());
        this.attempts = throttles.named("address", properties.attemptsPerAddress(), properties.attemptInterval());
        this.limitLoopback = properties.limitLoopback();
    }

    /** @return how long this address has to wait; zero when it may try now */
    public Duration attempt(String address) {
        ClientNetwork network = ClientNetwork.of(address);
        return network.loopback() && !limitLoopback ? Duration.ZERO : attempts.take(network.key());
    }

    /** @return how long guesses at this name from there have to wait; zero when one may be made now, and is counted */
    Duration guess(Username username, Origin origin) {
        return passwords.take(username.key(), origin);
    }

    /** As {@link #attempt(String)}, but a device that the account knows waits for nobody else at its address. */
    Duration attempt(Username username, Origin origin) {
        return knows(username, origin) ? Duration.ZERO : attempt(origin.address());
    }

    void guessedRight(Username username, Origin origin) {
        passwords.right(username.key(), origin);
    }

    boolean knows(Username username, Origin origin) {
        DeviceToken device = origin.device();
        return device != null && passwords.knows(username.key(), device);
    }

    void remember(Username username, DeviceToken device) {
        passwords.remember(username.key(), device);
    }
}
