package tidings.query.socket;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tidings.access.Authentication;
import tidings.access.Identity;
import tidings.query.access.ViewerFilter;
import tidings.query.admission.CurrentAccount;
import tidings.query.admission.Permit;
import tidings.query.endpoint.RequestBody.MalformedException;

/**
 * One socket, from its opening to its end: who is on it, and what it has under way. Messages come one after the other;
 * operations run on threads of their own.
 */
final class Connection {

    private static final URI PATH = URI.create("/graphql");
    private static final int MAX_CHARS = 256 * 1024;
    private static final int MAX_CHARS_OF_STRANGERS = 16 * 1024;

    private final WebSocketSession session;
    private final SocketServices services;
    private final Outbound outbound;
    private final Permit socket;
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final StringBuilder incoming = new StringBuilder();
    private boolean greeted;
    private volatile @Nullable Identity viewer;
    private volatile Permit signedIn = () -> {};

    Connection(WebSocketSession session, SocketServices services, Permit socket) {
        this.session = session;
        this.services = services;
        this.outbound = new Outbound(session, services.json());
        this.socket = socket;
    }

    static String address(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /** Takes the next part of a message. */
    void receive(String part, boolean last) {
        if (outbound.closed()) {
            return;
        }
        incoming.append(part);
        if (incoming.length() > (viewer == null ? MAX_CHARS_OF_STRANGERS : MAX_CHARS)) {
            incoming.setLength(0);
            outbound.close(CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (last) {
            String text = incoming.toString();
            incoming.setLength(0);
            handle(text);
        }
    }

    private void handle(String text) {
        try {
            switch (ClientMessage.parse(text)) {
                case ClientMessage.ConnectionInit init -> greet(init);
                case ClientMessage.Ping ping -> outbound.pong(ping.payload());
                case ClientMessage.Pong ignored -> {}
                case ClientMessage.Subscribe subscribe -> subscribe(subscribe);
                case ClientMessage.Complete complete -> complete(complete.id());
            }
        } catch (MalformedException e) {
            outbound.close(Closing.malformed(String.valueOf(e.getMessage())));
        }
    }

    private void greet(ClientMessage.ConnectionInit init) {
        if (greeted) {
            outbound.close(Closing.INITIALISED_TWICE);
            return;
        }
        greeted = true;
        switch (authentication(init)) {
            case Authentication.Granted granted -> welcome(granted.identity());
            case Authentication.Denied ignored -> outbound.close(Closing.UNAUTHORIZED);
            case Authentication.InsufficientScope ignored -> outbound.close(Closing.FORBIDDEN);
            case Authentication.Undecided ignored -> outbound.close(Closing.TRY_AGAIN);
        }
    }

    private Authentication authentication(ClientMessage.ConnectionInit init) {
        try {
            return services.signIn().of(session.getHandshakeHeaders(), init.payload());
        } catch (RuntimeException e) {
            return new Authentication.Undecided("the views cannot be asked");
        }
    }

    private void welcome(Identity identity) {
        Optional<Permit> permit = services.admission().socket(identity.accountId());
        if (permit.isEmpty()) {
            outbound.close(Closing.TOO_MANY);
            return;
        }
        signedIn = permit.get();
        viewer = identity;
        outbound.acknowledge();
    }

    private void subscribe(ClientMessage.Subscribe message) {
        Identity asking = viewer;
        if (asking == null || !services.standing().holds(asking)) {
            outbound.close(Closing.UNAUTHORIZED);
        } else if (operations.containsKey(message.id())) {
            outbound.close(Closing.DOUBLED_ID);
        } else {
            begin(asking, message);
        }
    }

    private void begin(Identity asking, ClientMessage.Subscribe message) {
        Optional<Permit> underWay = operations.size() < services.limits().subscriptionsPerSocket()
                ? services.admission().subscription(asking.accountId())
                : Optional.empty();
        Optional<Permit> asked =
                underWay.flatMap(permit -> services.admission().request(asking.accountId(), address(session)));
        if (underWay.isEmpty() || asked.isEmpty()) {
            underWay.ifPresent(Permit::close);
            outbound.error(message.id(), SocketServices.RATE_LIMITED);
            return;
        }
        String id = message.id();
        Operation operation = new Operation(id, outbound, () -> {
            operations.remove(id);
            underWay.get().close();
        });
        operations.put(id, operation);
        Thread.ofVirtual().name("operation").start(() -> run(operation, asking, message, asked.get()));
    }

    private void run(Operation operation, Identity asking, ClientMessage.Subscribe message, Permit asked) {
        Permit account = CurrentAccount.set(asking.accountId());
        try {
            operation.run(services.handler(), request(asking, message));
        } finally {
            account.close();
            asked.close();
        }
    }

    private WebGraphQlRequest request(Identity asking, ClientMessage.Subscribe message) {
        return new WebGraphQlRequest(
                PATH,
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                new HashMap<>(Map.of(ViewerFilter.VIEWER, asking)),
                message.request(),
                session.getId() + "-" + message.id(),
                Locale.ROOT);
    }

    private void complete(String id) {
        Operation operation = operations.get(id);
        if (operation != null) {
            operation.cancel();
        }
    }

    @Nullable Identity viewer() {
        return viewer;
    }

    void ping() {
        if (viewer != null) {
            outbound.ping();
        }
    }

    void initTimedOut() {
        if (viewer == null) {
            outbound.close(Closing.INIT_TIMEOUT);
        }
    }

    void close(CloseStatus status) {
        outbound.close(status);
    }

    /** The socket is gone. */
    void ended() {
        outbound.gone();
        operations.values().forEach(Operation::cancel);
        signedIn.close();
        socket.close();
    }
}
