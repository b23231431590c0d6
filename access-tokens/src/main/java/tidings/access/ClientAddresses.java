package tidings.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose word on a client's address is believed: the one place that decides it, for sockets, REST and GraphQL (ADR-0018).
 * The peer of a connection cannot be forged. What it forwards ({@code X-Forwarded-For}, the only header that is read)
 * counts where the peer is trusted; of the list, the last address that is not a trusted proxy's own is the client's.
 */
public final class ClientAddresses {

    /** The header that trusted proxies write. */
    public static final String HEADER = "X-Forwarded-For";

    private static final int MAX_HOPS = 16;

    private final boolean loopbackTrusted;
    private final List<Network> trusted;

    /**
     * Fails with IllegalArgumentException for what is neither an address nor a network.
     *
     * @param loopbackTrusted whether the instance's own nginx comes by loopback TCP
     * @param trustedProxies addresses and networks such as 203.0.113.5 or 10.0.0.0/8; blank ones are left out
     */
    public ClientAddresses(boolean loopbackTrusted, List<String> trustedProxies) {
        this.loopbackTrusted = loopbackTrusted;
        this.trusted = trustedProxies.stream()
                .filter(proxy -> !proxy.isBlank())
                .map(proxy -> Network.parse(proxy.strip()))
                .toList();
    }

    /** The client of a request that came from a peer on the network. */
    public InetAddress of(InetAddress peer, List<String> forwardedFor) {
        return isTrusted(peer) ? last(peer, forwardedFor) : peer;
    }

    /** The client of a request that came by a socket file, which only the instance's own nginx can reach. */
    public InetAddress ofSocketFile(List<String> forwardedFor) {
        return last(InetAddress.getLoopbackAddress(), forwardedFor);
    }

    private InetAddress last(InetAddress peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .toList();
        InetAddress client = peer;
        for (String hop : hops.reversed().subList(0, Math.min(MAX_HOPS, hops.size()))) {
            InetAddress told = literal(hop);
            if (told == null) {
                return client;
            }
            client = told;
            if (!isTrusted(told)) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return (loopbackTrusted && address.isLoopbackAddress())
                || trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Never asks a name server. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What one subscriber has, for limits: a whole IPv4 address, or an IPv6 network of 64 bits. */
    public static String subscriber(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
    }
}
