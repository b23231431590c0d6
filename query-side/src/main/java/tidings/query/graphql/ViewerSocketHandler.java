package tidings.query.graphql;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tidings.query.identity.Viewer;
import tidings.query.identity.ViewerStanding;

/**
 * Closes a socket with 4401, as the realtime gateway does, once its token has expired or its session has ended: at its
 * next message, at the latest after some seconds.
 */
final class ViewerSocketHandler extends GraphQlWebSocketHandler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewerSocketHandler.class);
    private static final CloseStatus UNAUTHENTICATED = new CloseStatus(4401, "Unauthorized");
    private static final long LOOK_AGAIN_MILLIS = 2_000;

    private final AtomicLong failures = new AtomicLong();
    private final ViewerStanding standing;
    private final Map<String, WebSocketSession> open = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor sweeper = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("graphql-sockets").daemon().factory());

    ViewerSocketHandler(
            WebGraphQlHandler handler,
            HttpMessageConverter<Object> json,
            Duration initTimeout,
            @Nullable Duration keepAlive,
            ViewerStanding standing) {
        super(handler, json, initTimeout, keepAlive);
        this.standing = standing;
    }

    void start() {
        sweeper.scheduleWithFixedDelay(this::sweep, LOOK_AGAIN_MILLIS, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        open.put(socket.getId(), socket);
        super.afterConnectionEstablished(socket);
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) throws Exception {
        if (!closeWhereOver(socket)) {
            super.handleTextMessage(socket, message);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        open.remove(socket.getId());
        super.afterConnectionClosed(socket, status);
    }

    /** One socket that cannot be closed holds up no other, and nothing that is thrown ends the sweeping. */
    private void sweep() {
        for (WebSocketSession socket : open.values()) {
            try {
                closeWhereOver(socket);
            } catch (IOException | RuntimeException | Error e) {
                LOG.warn(
                        "cannot tell now whether a socket is over, {} times by now; trying again",
                        failures.incrementAndGet(),
                        e);
            }
        }
    }

    /** Before {@code connection_init} there is no viewer, and nothing that the socket could be told. */
    private boolean closeWhereOver(WebSocketSession socket) throws IOException {
        if (!(socket.getAttributes().get(Viewer.ATTRIBUTE) instanceof Viewer viewer) || standing.holds(viewer)) {
            return false;
        }
        socket.close(UNAUTHENTICATED);
        return true;
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
