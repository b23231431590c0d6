package tidings.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tidings.client.Outbox.PendingSend;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A well-behaved client: it connects again when its connection ends, at a moment of its own, resumes where it was, and
 * sends again under the same key what was not answered. Thread-safe; no call blocks. It notifies its listener, and
 * completes what it returned, under no lock.
 */
public final class TidingsClient implements AutoCloseable {

    private static final Set<String> HELLO_RETRYABLE = Set.of("BUSY", "UNAVAILABLE");
    private static final long HELLO_RETRY_MS = 1_000;

    private final Reconnector reconnector;
    private final Listener listener;
    private final RetryPolicy retryPolicy;
    private final Timer timer;
    private final NotifyingLock lock;
    private final Cursors cursors = new Cursors();
    private final Outbox outbox;
    private final PendingRequests pendingRequests;
    private @Nullable String helloToken;
    private @Nullable Connection current;
    private @Nullable ConnectionHandler handler;
    private boolean ready;

    public TidingsClient(Connector connector, Listener listener, RetryPolicy retryPolicy, Timer timer) {
        this.reconnector = new Reconnector(connector, retryPolicy, timer, ConnectionHandler::new);
        this.listener = listener;
        this.retryPolicy = retryPolicy;
        this.timer = timer;
        this.lock = new NotifyingLock(task -> timer.after(0, task));
        this.outbox = new Outbox(lock::queue);
        this.pendingRequests = new PendingRequests(lock::queue);
    }

    public TidingsClient(Connector connector, Listener listener) {
        this(connector, listener, RetryPolicy.DEFAULT, Timer.SYSTEM);
    }

    /** Says who it is with the hello, now and later; a fresh token of the same user prolongs the session. */
    public void authenticate(String accessToken) {
        lock.run(() -> {
            helloToken = accessToken;
            if (current != null) {
                sendHello(current);
            }
        });
    }

    private void sendHello(Connection connection) {
        connection.send(ClientFrames.hello(helloToken, cursors.all()));
    }

    /** Says, before connecting, what was seen of a channel; -1 for nothing. */
    public void resumeAfter(String channelId, long seq) {
        lock.run(() -> cursors.set(channelId, seq));
    }

    /** Connects, and stays connected from now on. */
    public void connect() {
        reconnector.connect();
    }

    private void handshake(Connection connection, ConnectionHandler fresh) {
        if (reconnector.isClosed() || connection.isClosed()) {
            connection.abort();
            reconnector.connectLater();
            return;
        }
        current = connection;
        handler = fresh;
        sendHello(connection);
        after(retryPolicy.answerTimeout().toMillis(), () -> abortUnlessReady(connection));
    }

    private void retryHello(Connection connection, long retryAfterMs) {
        long leastMs = retryAfterMs > 0 ? retryAfterMs : HELLO_RETRY_MS;
        after(RetryPolicy.spreadMs(leastMs), () -> helloUnlessReady(connection));
    }

    private void helloUnlessReady(Connection connection) {
        if (current == connection && !ready) {
            sendHello(connection);
        }
    }

    private void abortUnlessReady(Connection connection) {
        if (current == connection && !ready) {
            connection.abort();
        }
    }

    public boolean isReady() {
        return lock.get(() -> ready);
    }

    /** The last seq seen of a channel; -1 when nothing was. */
    public long cursor(String channelId) {
        return lock.get(() -> cursors.get(channelId));
    }

    /** How many messages have no answer yet. */
    public int unanswered() {
        return lock.get(() -> outbox.all().size());
    }

    /**
     * Sends a message; the future completes when it is durable, however many attempts and connections that takes. It fails
     * with {@link RefusedException}: with code {@code CONFLICT} where its clientMessageId was used for another one before.
     *
     * @throws IllegalArgumentException when another message with this clientMessageId waits for its answer
     */
    public CompletableFuture<ServerFrame.Ack> send(Command.Send send) {
        return lock.get(() -> {
            PendingSend pendingSend = outbox.put(send);
            transmit(pendingSend);
            return pendingSend.answer;
        });
    }

    private void sendAgain(PendingSend pendingSend) {
        if (outbox.holds(pendingSend)) {
            transmit(pendingSend);
        }
    }

    private void transmit(PendingSend pendingSend) {
        Connection connection = current;
        if (connection != null && ready) {
            int attempt = ++pendingSend.attempts;
            pendingSend.awaited = true;
            connection.send(pendingSend.frame);
            after(retryPolicy.answerTimeout().toMillis(), () -> onAnswerOverdue(connection, pendingSend, attempt));
        }
    }

    private void onAnswerOverdue(Connection connection, PendingSend pendingSend, int attempt) {
        if (connection == current && pendingSend.awaited && pendingSend.attempts == attempt) {
            lock.queue(listener::onAnswerTimeout);
            connection.abort();
        }
    }

    /** Any other command, once: a {@link RefusedException} says that it was refused. */
    public CompletableFuture<ServerFrame.Ack> command(Command command) {
        return PendingRequests.typed(request((ObjectNode) ClientFrames.command("", command)), ServerFrame.Ack.class);
    }

    /** Wants a channel's events after a seq, or from now on. */
    public CompletableFuture<ServerFrame.Subscribed> subscribe(String channelId, @Nullable Long after) {
        return PendingRequests.typed(
                request((ObjectNode) ClientFrames.subscribe("", channelId, after)), ServerFrame.Subscribed.class);
    }

    public CompletableFuture<ServerFrame.Unsubscribed> unsubscribe(String channelId) {
        return PendingRequests.typed(
                request((ObjectNode) ClientFrames.unsubscribe("", channelId)), ServerFrame.Unsubscribed.class);
    }

    /** Any frame that is answered, under a ref of its own; the answer may be an error. Cancelled when the connection ends. */
    public CompletableFuture<JsonNode> request(ObjectNode frame) {
        return lock.get(() -> {
            Connection connection = connected();
            CompletableFuture<JsonNode> answer = pendingRequests.put(frame);
            connection.send(frame);
            return answer;
        });
    }

    public void typing(String channelId) {
        lock.run(() -> connected().send(ClientFrames.typing(channelId)));
    }

    public void away(boolean away) {
        lock.run(() -> connected().send(ClientFrames.presence(away)));
    }

    private void after(long delayMs, Runnable work) {
        timer.after(delayMs, () -> lock.runAndNotify(work));
    }

    private Connection connected() {
        Connection connection = current;
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        return connection;
    }

    /** What one connection tells; one that was left tells nothing any more. */
    private final class ConnectionHandler implements Reconnector.Attempt {

        @Override
        public void onOpen(Connection connection) {
            lock.runAndNotify(() -> handshake(connection, this));
        }

        @Override
        public void onRefused() {
            lock.runAndNotify(() -> lock.queue(listener::onRefused));
        }

        @Override
        public void onFrame(Connection connection, JsonNode frame) {
            lock.runAndNotify(() -> {
                if (handler == this) {
                    take(connected(), ServerFrames.read(frame), frame);
                }
            });
        }

        @Override
        public void onClosed(Connection connection, int code) {
            lock.runAndNotify(() -> {
                if (handler == this) {
                    ended(code);
                }
            });
        }
    }

    private void take(Connection connection, ServerFrame frame, JsonNode json) {
        boolean fresh = cursors.take(frame);
        lock.queue(() -> listener.onFrame(frame, json));
        switch (frame) {
            case ServerFrame.Welcome welcome -> {
                ready = true;
                reconnector.onWelcome();
                lock.queue(() -> listener.onWelcome(welcome));
                outbox.all().forEach(this::transmit);
            }
            case ServerFrame.Event event -> {
                if (fresh) {
                    lock.queue(() -> listener.onEvent(event));
                }
            }
            case ServerFrame.Ack ack -> outbox.onAck(ack.ref(), ack);
            case ServerFrame.Error error -> onError(connection, error);
            case ServerFrame.Draining draining -> after(draining.reconnectAfterMs(), () -> leave(connection));
            default -> {}
        }
        pendingRequests.onFrame(json);
    }

    /** The hello has no ref, so neither has its refusal. */
    private void onError(Connection connection, ServerFrame.Error error) {
        if (!ready && error.ref() == null && HELLO_RETRYABLE.contains(error.code())) {
            retryHello(connection, error.retryAfterMs());
        } else {
            outbox.onError(error, (delayMs, pendingSend) -> after(delayMs, () -> sendAgain(pendingSend)));
        }
    }

    /** The server goes away: everybody leaves it at a moment of their own. */
    private void leave(Connection connection) {
        if (connection == current) {
            connection.abort();
        }
    }

    private void ended(int code) {
        boolean refused = !ready;
        current = null;
        handler = null;
        ready = false;
        pendingRequests.cancelAll();
        if (refused) {
            lock.queue(listener::onRefused);
        }
        lock.queue(() -> listener.onDisconnected(code));
        reconnector.connectLater();
    }

    @Override
    public void close() {
        lock.run(() -> {
            reconnector.close();
            if (current != null) {
                current.abort();
            }
        });
    }
}
