package tidings.system.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tidings.client.Command;
import tidings.client.Connection;
import tidings.client.Credentials;
import tidings.client.RetryPolicy;
import tidings.client.TidingsClient;
import tidings.client.Timer;
import tidings.client.WebSocketConnector;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody's client, which notes everything in the history. */
public final class Device implements AutoCloseable {

    private static final RetryPolicy RETRY_POLICY =
            new RetryPolicy(Duration.ofSeconds(12), Duration.ofMillis(300), Duration.ofMillis(300));

    private final Account account;
    private final String name;
    private final History history;
    private final RecordingListener listener;
    private final TidingsClient client;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final List<Connection> connections = new ArrayList<>();
    private URI site;
    private @Nullable String ticket;
    private volatile boolean sayingAllTwice;
    private boolean reading = true;

    Device(Account account, String name, History history) {
        this.account = account;
        this.name = name;
        this.history = history;
        this.site = account.site();
        this.listener = new RecordingListener(name, account.id(), history, followed);
        this.client = new TidingsClient(this::open, listener, RETRY_POLICY, Timer.SYSTEM);
    }

    private CompletableFuture<Connection> open(Connection.Handler handler) {
        return connector().open(handler).thenApply(this::opened);
    }

    private synchronized WebSocketConnector connector() {
        Credentials credentials =
                ticket == null ? new Credentials.Token(account.accessToken()) : new Credentials.Ticket(ticket);
        return new WebSocketConnector(site, credentials);
    }

    private synchronized Connection opened(Connection connection) {
        connections.add(connection);
        connection.read(reading);
        return new DuplicatingConnection(connection, () -> sayingAllTwice);
    }

    /** Connects to this address instead of where the account was made. */
    public synchronized Device at(URI otherSite) {
        site = otherSite;
        return this;
    }

    /** Connects with a ticket instead of the access token. */
    public synchronized Device withTicket(String newTicket) {
        ticket = newTicket;
        return this;
    }

    /** Sends every message twice from now on, as a client does that does not trust its network. */
    public Device sayingAllTwice() {
        sayingAllTwice = true;
        return this;
    }

    /** Stops reading what comes, or reads again; it stays connected as far as it can know. */
    public synchronized void read(boolean on) {
        reading = on;
        connections.forEach(connection -> connection.read(on));
    }

    public Account account() {
        return account;
    }

    /** Says, before connecting, what was seen of a channel; -1 for nothing. */
    public Device follow(String channelId, long after) {
        followed.add(channelId);
        client.resumeAfter(channelId, after);
        history.add(new Followed(name, channelId, after));
        return this;
    }

    /** Connects, and stays connected from now on. */
    public Device connect() {
        client.connect();
        return this;
    }

    /** Sends a message; the future completes when it was acknowledged, however many attempts that took. */
    public CompletableFuture<Acknowledged> send(String channelId, String body) {
        String key = UUID.randomUUID().toString();
        listener.sent(new Sent(name, channelId, account.id(), key, body));
        return client.send(new Command.Send(channelId, key, body, null)).thenApply(listener::acknowledged);
    }

    /** Any other frame with an answer; cancelled when the socket ends before it comes. */
    public CompletableFuture<JsonNode> request(String type, String channelId, Map<String, ?> fields) {
        ObjectNode frame = Json.object().put("type", type).put("channelId", channelId);
        fields.forEach((field, value) -> frame.set(field, Json.tree(value)));
        return client.request(frame);
    }

    /** The last seq seen of a channel. */
    public long cursor(String channelId) {
        return client.cursor(channelId);
    }

    public boolean isReady() {
        return client.isReady();
    }

    public int unanswered() {
        return client.unanswered();
    }

    /** How often it was welcomed so far. */
    public int connections() {
        return listener.welcomes();
    }

    /** How often it was turned away before it was ready. */
    public int refusals() {
        return listener.refusals();
    }

    /** How often a send got no answer in time, on a connection that stood. */
    public int answerTimeouts() {
        return listener.answerTimeouts();
    }

    /** The close codes of its former sockets; 1006 for those that ended without one. */
    public List<Integer> closeCodes() {
        return listener.closeCodes();
    }

    /** All frames that came, over all connections. */
    public List<JsonNode> frames() {
        return listener.frames();
    }

    @Override
    public void close() {
        client.close();
    }
}
