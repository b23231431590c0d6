package tidings.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose word on a client's address is believed. */
public final class ClientAddresses {

    private final boolean loopbackLimited;
    private final List<Network> trusted;

    public ClientAddresses(LimitProperties properties) {
        this.loopbackLimited = properties.addressLimitsOnLoopback();
        this.trusted = properties.trustedProxies().stream()
                .filter(address -> !address.isBlank())
                .map(network -> Network.parse(network.strip()))
                .toList();
    }

    /**
     * The client of a request. Only a trusted peer is believed: its X-Real-IP, else the last of its
     * X-Forwarded-For, which is the one that the peer itself has seen.
     */
    public ClientAddress of(InetAddress peer, @Nullable String realIp, @Nullable String forwardedFor) {
        InetAddress client = peer;
        if (peer.isLoopbackAddress() || trusted.stream().anyMatch(network -> network.contains(peer))) {
            InetAddress told = literal(realIp != null ? realIp : last(forwardedFor));
            client = told == null ? peer : told;
        }
        return new ClientAddress(network(client), loopbackLimited || !client.isLoopbackAddress());
    }

    private static @Nullable String last(@Nullable String list) {
        return list == null ? null : List.of(list.split(",", -1)).getLast();
    }

    /** Never asks a name server. */
    private static @Nullable InetAddress literal(@Nullable String text) {
        try {
            return text == null ? null : InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, 8, bytes.length, (byte) 0);
        return HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
    }
}
