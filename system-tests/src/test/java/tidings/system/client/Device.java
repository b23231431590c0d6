package tidings.system.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tidings.system.history.History;
import tidings.system.history.Observation.Acknowledged;
import tidings.system.history.Observation.Followed;
import tidings.system.history.Observation.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A well-behaved client: it reconnects when its socket ends, resumes where it was, sends again under the same key
 * what was not answered, and notes everything in the history.
 */
public final class Device implements Socket.Owner, AutoCloseable {

    private static final Executor SOON = CompletableFuture.delayedExecutor(150, MILLISECONDS);
    private static final Executor ANSWER_OVERDUE = CompletableFuture.delayedExecutor(8, SECONDS);

    private final Account account;
    private final String name;
    private final History history;

    private final Map<String, Long> cursors = new TreeMap<>();
    private final Outbox outbox;
    private final Map<String, CompletableFuture<JsonNode>> requests = new HashMap<>();
    private final List<JsonNode> frames = new ArrayList<>();
    private URI site;
    private @Nullable String ticket;
    private @Nullable Socket current;
    private boolean welcomed;
    private boolean leaving;
    private int connections;
    private int refusals;
    private int transmissions;
    private int hangs;
    private final Map<String, Integer> awaited = new HashMap<>();
    private int copies = 1;
    private boolean reading = true;
    private final List<Integer> closeCodes = new ArrayList<>();

    Device(Account account, String name, History history) {
        this.account = account;
        this.name = name;
        this.history = history;
        this.site = account.site();
        this.outbox = new Outbox(name, account.id(), history);
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
    public synchronized Device sayingAllTwice() {
        copies = 2;
        return this;
    }

    /** Stops reading what comes, or reads again; it stays connected as far as it can know. */
    public synchronized void read(boolean on) {
        reading = on;
        if (current != null) {
            current.read(on);
        }
    }

    /** The close codes of its former sockets; 1006 for those that ended without one. */
    public synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    public Account account() {
        return account;
    }

    /** Says, before connecting, what was seen of a channel; -1 for nothing. */
    public synchronized Device follow(String channelId, long after) {
        cursors.put(channelId, after);
        history.add(new Followed(name, channelId, after));
        return this;
    }

    /** Connects, and stays connected from now on. */
    public synchronized Device connect() {
        String query = ticket == null ? "" : "?ticket=" + ticket;
        Map<String, String> headers =
                ticket == null ? Map.of("Authorization", "Bearer " + account.accessToken()) : Map.of();
        Socket.open(site, query, headers, this).whenComplete((socket, refused) -> {
            if (refused == null) {
                greet(socket);
            } else {
                onRefused();
            }
        });
        return this;
    }

    private synchronized void onRefused() {
        refusals++;
        reconnectSoon();
    }

    private synchronized void greet(Socket socket) {
        if (leaving || socket.closed().isDone()) {
            socket.abort();
            reconnectSoon();
            return;
        }
        current = socket;
        connections++;
        socket.read(reading);
        ObjectNode resume = Json.object();
        cursors.forEach(resume::put);
        socket.send(Json.object().put("type", "hello").set("resume", resume));
        ANSWER_OVERDUE.execute(() -> leaveUnlessWelcomed(socket));
    }

    private synchronized void leaveUnlessWelcomed(Socket socket) {
        if (current == socket && !welcomed) {
            socket.abort();
        }
    }

    private void reconnectSoon() {
        SOON.execute(() -> {
            if (!isLeaving()) {
                connect();
            }
        });
    }

    private synchronized boolean isLeaving() {
        return leaving;
    }

    @Override
    public synchronized void onClosed(Socket socket, int code) {
        if (current == socket) {
            current = null;
            closeCodes.add(code);
            refusals += welcomed ? 0 : 1;
            welcomed = false;
            requests.values().forEach(request -> request.cancel(false));
            requests.clear();
            reconnectSoon();
        }
    }

    @Override
    public synchronized void onFrame(Socket socket, JsonNode frame) {
        if (socket != current) {
            return;
        }
        frames.add(frame);
        switch (frame.path("type").asString()) {
            case "welcome" -> {
                welcomed = true;
                outbox.unanswered().forEach(this::transmit);
            }
            case "event" -> onEvent(frame);
            default -> onAnswer(frame);
        }
    }

    private void onEvent(JsonNode frame) {
        String channelId = frame.path("channelId").asString();
        if (!cursors.containsKey(channelId)) {
            return;
        }
        long seq = frame.path("seq").asLong();
        JsonNode actor = frame.path("actorId");
        history.add(new Received(
                name,
                channelId,
                seq,
                frame.path("event").asString(),
                actor.isString() ? actor.asString() : null,
                frame.path("data").toString()));
        cursors.merge(channelId, seq, Math::max);
    }

    private void onAnswer(JsonNode frame) {
        String ref = frame.path("ref").asString("");
        if (outbox.knows(ref)) {
            awaited.remove(ref);
            outbox.onAnswer(frame, this::sendAgain);
        } else if (requests.containsKey(ref)) {
            requests.remove(ref).complete(frame);
        }
    }

    /** Sends a message; the future completes when it was acknowledged, however many attempts that took. */
    public synchronized CompletableFuture<Acknowledged> send(String channelId, String body) {
        Outbox.Pending send = outbox.put(channelId, body);
        transmit(send);
        return send.answer();
    }

    private synchronized void sendAgain(Outbox.Pending send) {
        if (outbox.holds(send.key())) {
            transmit(send);
        }
    }

    private synchronized void onOverdue(Socket socket, Outbox.Pending send, int transmission) {
        if (socket == current && Integer.valueOf(transmission).equals(awaited.get(send.key()))) {
            hangs++;
            socket.abort();
        }
    }

    /** How often a send got no answer in time, neither yes nor no, on a connection that stood. */
    public synchronized int hangs() {
        return hangs;
    }

    private void transmit(Outbox.Pending send) {
        Socket socket = current;
        if (socket != null && welcomed) {
            for (int copy = 0; copy < copies; copy++) {
                socket.send(send.frame());
            }
            int transmission = ++transmissions;
            awaited.put(send.key(), transmission);
            ANSWER_OVERDUE.execute(() -> onOverdue(socket, send, transmission));
        }
    }

    /** Any other frame with an answer; cancelled when the socket ends before it comes. */
    public synchronized CompletableFuture<JsonNode> request(String type, String channelId, Map<String, ?> fields) {
        Socket socket = current;
        if (socket == null) {
            throw new IllegalStateException(name + " is not connected");
        }
        String ref = UUID.randomUUID().toString();
        ObjectNode frame = Json.object().put("type", type).put("ref", ref).put("channelId", channelId);
        fields.forEach((field, value) -> frame.set(field, Json.tree(value)));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        requests.put(ref, answer);
        socket.send(frame);
        return answer;
    }

    /** The last seq seen of a channel. */
    public synchronized long cursor(String channelId) {
        return cursors.getOrDefault(channelId, -1L);
    }

    public synchronized boolean isWelcome() {
        return welcomed;
    }

    /** How often it connected so far. */
    public synchronized int connections() {
        return connections;
    }

    /** How often it was turned away before it was welcome. */
    public synchronized int refusals() {
        return refusals;
    }

    public synchronized int unanswered() {
        return outbox.unanswered().size();
    }

    /** All frames that came, over all connections. */
    public synchronized List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    @Override
    public synchronized void close() {
        leaving = true;
        if (current != null) {
            current.abort();
        }
    }
}
