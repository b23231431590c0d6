package tidings.gateway.socket;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The network side.
 *
 * @param bindAddress to listen on
 * @param port to listen on; 0 takes a free one
 * @param socketFile also to listen on, a Unix domain socket for a proxy on the same machine; empty for none
 * @param allowedOrigins of browsers, such as https://chat.example; empty allows the request's own host
 * @param maxUnsentBytes per socket; beyond it the client is too slow
 * @param handshakeTimeout from the connection to the upgrade
 * @param drainFor how long clients may take to leave before they are closed at shutdown
 */
@ConfigurationProperties("tidings.socket")
public record SocketProperties(
        String bindAddress,
        int port,
        String socketFile,
        List<String> allowedOrigins,
        int maxUnsentBytes,
        Duration handshakeTimeout,
        Duration drainFor) {

    public SocketProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
