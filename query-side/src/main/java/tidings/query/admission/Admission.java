package tidings.query.admission;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;

/** Counts what accounts and addresses have under way on this node. A caller with too much is refused, and never waits. */
@Component
public final class Admission {

    private static final Permit NOTHING = () -> {};

    private final boolean loopbackLimited;
    private final Quota<AccountId> requestsOfAccounts;
    private final Quota<String> requestsOfAddresses;
    private final Quota<AccountId> socketsOfAccounts;
    private final Quota<String> socketsOfAddresses;
    private final Quota<AccountId> subscriptions;

    Admission(AdmissionProperties properties) {
        this.loopbackLimited = properties.addressLimitsOnLoopback();
        this.requestsOfAccounts = new Quota<>(properties.requestsPerAccount());
        this.requestsOfAddresses = new Quota<>(properties.requestsPerAddress());
        this.socketsOfAccounts = new Quota<>(properties.socketsPerAccount());
        this.socketsOfAddresses = new Quota<>(properties.socketsPerAddress());
        this.subscriptions = new Quota<>(properties.subscriptionsPerAccount());
    }

    /** A request that is being answered; empty when the account or the address has too many. */
    public Optional<Permit> request(AccountId account, String address) {
        return both(requestsOfAccounts.take(account), () -> ofAddress(requestsOfAddresses, address));
    }

    /** An open socket, before it is known whose it is. */
    public Optional<Permit> socket(String address) {
        return ofAddress(socketsOfAddresses, address);
    }

    /** A socket that has signed in. */
    public Optional<Permit> socket(AccountId account) {
        return socketsOfAccounts.take(account);
    }

    /** An operation under way on a socket. */
    public Optional<Permit> subscription(AccountId account) {
        return subscriptions.take(account);
    }

    /** Never asks a name server. */
    private Optional<Permit> ofAddress(Quota<String> quota, String address) {
        InetAddress client;
        try {
            client = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return quota.take(address);
        }
        return loopbackLimited || !client.isLoopbackAddress() ? quota.take(network(client)) : Optional.of(NOTHING);
    }

    /** A client with an IPv6 address has 2^64 of them: the prefix counts as one address. */
    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, 8) + "::/64"
                : address.getHostAddress();
    }

    private static Optional<Permit> both(Optional<Permit> first, Supplier<Optional<Permit>> second) {
        if (first.isEmpty()) {
            return first;
        }
        Optional<Permit> other = second.get();
        if (other.isEmpty()) {
            first.get().close();
            return other;
        }
        return Optional.of(() -> {
            other.get().close();
            first.get().close();
        });
    }
}
