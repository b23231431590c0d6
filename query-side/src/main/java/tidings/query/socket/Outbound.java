package tidings.query.socket;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to one socket, a message after the other; after the close frame nothing. A write waits for a slow client, so
 * operations read no faster than it does; the container gives a client up that takes nothing for 20 s.
 */
final class Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    private final WebSocketSession session;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile boolean closed;

    Outbound(WebSocketSession session, JsonMapper json) {
        this.session = session;
        this.json = json;
    }

    void acknowledge() {
        send("connection_ack", null, null);
    }

    void ping() {
        send("ping", null, null);
    }

    void pong(@Nullable Map<String, @Nullable Object> payload) {
        send("pong", null, payload);
    }

    void next(String id, Map<String, Object> result) {
        send("next", id, result);
    }

    void error(String id, List<Map<String, Object>> errors) {
        send("error", id, errors);
    }

    void complete(String id) {
        send("complete", id, null);
    }

    /** A message has an id and a payload only where there is one: null is none. */
    private void send(String type, @Nullable String id, @Nullable Object payload) {
        Map<String, Object> message = new LinkedHashMap<>();
        if (id != null) {
            message.put("id", id);
        }
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        TextMessage text = new TextMessage(json.writeValueAsBytes(message));
        lock.lock();
        try {
            if (!closed) {
                session.sendMessage(text);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a client took no message: {}", e.toString());
            end(CloseStatus.SESSION_NOT_RELIABLE);
        } finally {
            lock.unlock();
        }
    }

    /** The first close counts, and what is being written goes before it. */
    void close(CloseStatus status) {
        lock.lock();
        try {
            if (!closed) {
                LOG.debug("a socket is closed: {}", status);
                end(status);
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(CloseStatus status) {
        closed = true;
        try {
            session.close(status);
        } catch (IOException | RuntimeException e) {
            LOG.debug("a client took no close frame: {}", e.toString());
        }
    }

    boolean closed() {
        return closed;
    }

    /** The socket has ended; nothing waits for it any more. */
    void gone() {
        closed = true;
    }
}
