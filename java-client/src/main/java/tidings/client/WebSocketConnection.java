package tidings.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection on the JDK's WebSocket: whole frames, one send after the other, one end. */
final class WebSocketConnection implements Connection, WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Handler handler;
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket webSocket;
    private boolean reading = true;
    private boolean owed;
    private boolean closed;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    WebSocketConnection(Handler handler) {
        this.handler = handler;
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
            handler.onFrame(this, JSON.readTree(frame));
        }
        requestNext(source);
        return null;
    }

    private synchronized void requestNext(WebSocket source) {
        owed = !reading;
        if (reading) {
            source.request(1);
        }
    }

    @Override
    public synchronized void read(boolean on) {
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
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        handler.onClosed(this, code);
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void send(JsonNode frame) {
        WebSocket open;
        CompletableFuture<?> sent;
        synchronized (this) {
            open = webSocket;
            if (open == null) {
                throw new IllegalStateException("not open yet");
            }
            sent = sendAfter(lastSend, open, frame.toString());
            lastSend = sent;
        }
        // not under the lock: it may have failed by now, and its end is told at once
        var unused = sent.whenComplete((ignored, error) -> {
            if (error != null) {
                open.abort();
                end(ABNORMAL);
            }
        });
    }

    private static CompletableFuture<?> sendAfter(CompletableFuture<?> previous, WebSocket open, String text) {
        return previous.thenCompose(done -> open.sendText(text, true));
    }

    @Override
    public void abort() {
        WebSocket open;
        synchronized (this) {
            open = webSocket;
        }
        if (open != null) {
            open.abort();
        }
        end(ABNORMAL);
    }
}
