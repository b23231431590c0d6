package tidings.system.client;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection of the protocol {@code tidings.v1}: frames out, frames in, closed once. */
public final class Socket implements WebSocket.Listener {

    /** What a socket tells its owner, frame by frame, never two at once. */
    public interface Owner {

        void onFrame(Socket socket, JsonNode frame);

        /** The socket is gone; the code is 1006 when there was no closing handshake. */
        void onClosed(Socket socket, int code);
    }

    private static final int ABNORMAL = 1006;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Owner owner;
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket webSocket;
    private boolean reading = true;
    private boolean owed;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    private Socket(Owner owner) {
        this.owner = owner;
    }

    /** Opens a socket; the future fails when the upgrade is refused. */
    public static CompletableFuture<Socket> open(URI site, String query, Map<String, String> headers, Owner owner) {
        Socket socket = new Socket(owner);
        URI address = URI.create("ws://" + site.getAuthority() + "/ws" + query);
        WebSocket.Builder builder =
                Http.CLIENT.newWebSocketBuilder().subprotocols("tidings.v1").connectTimeout(TIMEOUT);
        headers.forEach(builder::header);
        return builder.buildAsync(address, socket).thenApply(opened -> socket);
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            webSocket = opened;
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            owner.onFrame(this, Json.read(frame));
        }
        ask(source);
        return null;
    }

    private synchronized void ask(WebSocket source) {
        owed = !reading;
        if (reading) {
            source.request(1);
        }
    }

    /** Whether it takes what comes; until then it piles up in the network, and in the server. */
    synchronized void read(boolean on) {
        reading = on;
        if (reading && owed && webSocket != null) {
            owed = false;
            webSocket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket source, Throwable error) {
        end(ABNORMAL);
    }

    private void end(int code) {
        if (closed.complete(code)) {
            owner.onClosed(this, code);
        }
    }

    /** Sends after everything that was sent before; a frame that cannot be sent ends the socket. */
    public synchronized void send(JsonNode frame) {
        WebSocket open = webSocket;
        if (open == null) {
            throw new IllegalStateException("not open yet");
        }
        lastSend = lastSend.thenCompose(previous -> open.sendText(frame.toString(), true))
                .whenComplete((sent, error) -> {
                    if (error != null) {
                        open.abort();
                        end(ABNORMAL);
                    }
                });
    }

    /** The close code, once it is closed. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    /** Leaves without a word, as a browser does whose machine went to sleep. */
    public synchronized void abort() {
        if (webSocket != null) {
            webSocket.abort();
        }
        end(ABNORMAL);
    }
}
