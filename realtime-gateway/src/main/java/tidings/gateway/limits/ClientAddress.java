package tidings.gateway.limits;

import java.net.InetAddress;
import tidings.access.ClientAddresses;

/**
 * Where a client comes from, as far as limits care: a whole IPv4 address, or an IPv6 network of 64 bits, which is what
 * one subscriber has.
 *
 * @param limited whether limits per address hold for it
 */
public record ClientAddress(String key, boolean limited) {

    /** Nothing is known of it and nothing limited. */
    public static final ClientAddress UNLIMITED = new ClientAddress("", false);

    static ClientAddress of(InetAddress address, boolean loopbackLimited) {
        return new ClientAddress(ClientAddresses.subscriber(address), loopbackLimited || !address.isLoopbackAddress());
    }
}
