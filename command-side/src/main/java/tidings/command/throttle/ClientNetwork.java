package tidings.command.throttle;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a call comes from, as far as throttles care: one IPv4 address, or the /64 network that one IPv6 customer has.
 *
 * @param key in hexadecimal digits, at most 16
 * @param loopback whether it is this machine
 */
public record ClientNetwork(String key, boolean loopback) {

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final ClientNetwork UNKNOWN = new ClientNetwork("00000000", false);

    /** All texts that are no address are one network. Never asks a name server. */
    public static ClientNetwork of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return new ClientNetwork(
                    HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES))),
                    parsed.isLoopbackAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return UNKNOWN;
        }
    }
}
