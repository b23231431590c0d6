package tidings.gateway.limits;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client comes from, as far as limits care: a whole IPv4 address, or an IPv6 network of 64 bits, which is what
 * one subscriber has.
 *
 * @param limited whether limits per address hold for it
 */
public record ClientAddress(String key, boolean limited) {

    /** Nothing is known of it and nothing limited. */
    public static final ClientAddress UNLIMITED = new ClientAddress("", false);

    /** Addresses that share their first bits, as in 10.0.0.0/8; without bits, one address. */
    private record Network(BigInteger address, int size, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            return new Network(new BigInteger(1, address), address.length * 8, bits);
        }

        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            return bytes.length * 8 == size
                    && new BigInteger(1, bytes)
                                    .xor(address)
                                    .shiftRight(size - bits)
                                    .signum()
                            == 0;
        }
    }

    /** Whose word on a client's address is believed. */
    public static final class Rules {

        private final boolean loopbackLimited;
        private final List<Network> trusted;

        public Rules(LimitProperties properties) {
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
        public ClientAddress of(@Nullable InetAddress peer, @Nullable String realIp, @Nullable String forwardedFor) {
            if (peer == null) {
                return UNLIMITED;
            }
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
            return java.util.HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
        }
    }
}
