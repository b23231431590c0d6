package tidings.gateway.limits;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.access.ClientAddresses;

/** The client of a request, by the rules that hold for all services, and whether limits per address hold for it. */
public final class RequestAddresses {

    private final ClientAddresses addresses;
    private final boolean loopbackLimited;

    public RequestAddresses(LimitProperties properties) {
        this.addresses = new ClientAddresses(properties.trustLoopback(), properties.trustedProxies());
        this.loopbackLimited = properties.addressLimitsOnLoopback();
    }

    /**
     * The client of a request.
     *
     * @param peer null where it came by the socket file
     * @param forwardedFor all values of {@link ClientAddresses#HEADER}
     */
    public ClientAddress of(@Nullable InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer == null ? addresses.ofSocketFile(forwardedFor) : addresses.of(peer, forwardedFor);
        return ClientAddress.of(client, loopbackLimited);
    }
}
