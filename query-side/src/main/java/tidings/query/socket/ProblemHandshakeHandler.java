package tidings.query.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import tidings.query.endpoint.Problem;

/** Refuses upgrades that are none by RFC 6455 (section 4.2.1) with a problem (RFC 9457), as the realtime gateway does it. */
final class ProblemHandshakeHandler implements HandshakeHandler {

    private static final String VERSION = "13";
    private static final int KEY_CHARS = 24;
    private static final int KEY_BYTES = 16;

    private final HandshakeHandler handshake = new DefaultHandshakeHandler();

    @Override
    public boolean doHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        HttpHeaders headers = request.getHeaders();
        if (!VERSION.equals(headers.getFirst(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION))) {
            response.getHeaders().set(HttpHeaders.UPGRADE, "websocket");
            response.getHeaders().set(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION, VERSION);
            return refuse(response, HttpStatus.UPGRADE_REQUIRED, "UPGRADE_REQUIRED", "the version is " + VERSION);
        }
        if (headers.getConnection().stream().noneMatch("upgrade"::equalsIgnoreCase)) {
            return refuse(response, HttpStatus.BAD_REQUEST, "BAD_FRAME", "an upgrade says so in Connection");
        }
        if (!isKey(headers.getOrEmpty(WebSocketHttpHeaders.SEC_WEBSOCKET_KEY))) {
            return refuse(
                    response, HttpStatus.BAD_REQUEST, "BAD_FRAME", "Sec-WebSocket-Key is 16 bytes in base64, and once");
        }
        return handshake.doHandshake(request, response, handler, attributes);
    }

    private static boolean isKey(List<String> values) {
        try {
            return values.size() == 1
                    && values.getFirst().length() == KEY_CHARS
                    && Base64.getDecoder().decode(values.getFirst()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean refuse(ServerHttpResponse response, HttpStatus status, String code, String detail) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        try {
            response.getBody().write(new Problem(status, code, detail).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }
}
