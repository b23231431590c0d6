package tidings.query.socket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tidings.access.Identity;
import tidings.query.admission.Permit;

/**
 * All open sockets. They are closed with 4401, as the realtime gateway does it, within seconds after their token has
 * expired or their session has ended: one statement asks for all of them.
 */
final class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable, AutoCloseable {

    static final String PROTOCOL = "graphql-transport-ws";
    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final SocketServices services;
    private final Duration initTimeout;
    private final Duration keepAlive;
    private final Map<String, Connection> open = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("graphql-sockets").daemon().factory());

    SocketHandler(SocketServices services, Duration initTimeout, Duration keepAlive) {
        this.services = services;
        this.initTimeout = initTimeout;
        this.keepAlive = keepAlive;
    }

    void start() {
        clock.setRemoveOnCancelPolicy(true);
        repeat(this::sweep, LOOK_AGAIN);
        repeat(() -> open.values().forEach(connection -> beside(connection, Connection::ping)), keepAlive);
    }

    private void repeat(Runnable task, Duration every) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException | Error e) {
                        LOG.warn("the sockets cannot be swept now; the next sweep tries again", e);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A slow client holds up no other. */
    private static void beside(Connection connection, Consumer<Connection> task) {
        Thread.ofVirtual().name("socket").start(() -> task.accept(connection));
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Optional<Permit> permit = services.admission().socket(Connection.address(session));
        Connection connection = new Connection(session, services, permit.orElse(() -> {}));
        open.put(session.getId(), connection);
        if (permit.isEmpty()) {
            connection.close(Closing.TOO_MANY);
        } else if (!PROTOCOL.equals(session.getAcceptedProtocol())) {
            connection.close(Closing.SUBPROTOCOL);
        } else {
            clock.schedule(
                    () -> beside(connection, Connection::initTimedOut), initTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The container would break a socket off at a long message; ours is told by a close frame. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Connection connection = open.get(session.getId());
        if (connection == null) {
            return;
        }
        try {
            connection.receive(message.getPayload(), message.isLast());
        } catch (RuntimeException e) {
            LOG.warn("a socket's message could not be handled", e);
            connection.close(CloseStatus.SERVER_ERROR);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        LOG.debug("a socket broke: {}", failure.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Connection connection = open.remove(session.getId());
        if (connection != null) {
            connection.ended();
        }
    }

    private void sweep() {
        List<Connection> signedIn = new ArrayList<>();
        open.values().stream().filter(connection -> connection.viewer() != null).forEach(signedIn::add);
        Set<Identity> over = services.standing()
                .over(signedIn.stream()
                        .map(Connection::viewer)
                        .filter(Objects::nonNull)
                        .toList());
        signedIn.stream()
                .filter(connection -> over.contains(connection.viewer()))
                .forEach(connection -> beside(connection, ended -> ended.close(Closing.UNAUTHORIZED)));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        open.values().forEach(connection -> connection.close(CloseStatus.GOING_AWAY));
    }
}
