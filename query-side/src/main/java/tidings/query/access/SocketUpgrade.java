package tidings.query.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Which requests ask for a WebSocket, and so go by the rules of sockets. */
public final class SocketUpgrade {

    private SocketUpgrade() {}

    /** A GET with {@code Upgrade: websocket} (RFC 6455 4.1): whatever else names an upgrade is an ordinary request. */
    public static boolean asks(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }
}
