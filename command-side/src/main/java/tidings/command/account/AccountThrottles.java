package tidings.command.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import tidings.command.throttle.Throttle;
import tidings.command.throttle.Throttles;

/** How often an address may try to sign in or up, and how often an account's password may be guessed. */
public final class AccountThrottles {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final Throttle failures;
    private final Throttle attempts;
    private final boolean limitLoopback;

    AccountThrottles(AccountProperties properties, Throttles throttles) {
        this.failures = throttles.named("password", properties.failuresPerAccount(), properties.failureInterval());
        this.attempts = throttles.named("address", properties.attemptsPerAddress(), properties.attemptInterval());
        this.limitLoopback = properties.limitLoopback();
    }

    /** @return how long this address has to wait; zero when it may try now */
    public Duration attempt(String address) {
        InetAddress parsed = parse(address);
        if (parsed.isLoopbackAddress() && !limitLoopback) {
            return Duration.ZERO;
        }
        return attempts.take(network(parsed));
    }

    /** @return how long guesses at this name have to wait; zero when one may be made now, and is counted */
    Duration guess(Username username) {
        return failures.take(username.key());
    }

    void guessedRight(Username username) {
        failures.forget(username.key());
    }

    private static InetAddress parse(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notAnAddress) {
            return anyAddress();
        }
    }

    private static InetAddress anyAddress() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** One IPv4 address, or the /64 network that one IPv6 customer has. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES)));
    }
}
