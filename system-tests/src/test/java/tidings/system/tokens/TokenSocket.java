package tidings.system.tokens;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tidings.launcher.fixture.ProgressWait;

/** A socket that says one thing, and listens until it is closed or has been told what it waits for. */
final class TokenSocket implements WebSocket.Listener {

    /** What a server closes an upgrade or a socket with. */
    record End(int code, String heard) {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String welcome;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    private final List<String> heard = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private TokenSocket(String welcome) {
        this.welcome = welcome;
    }

    /** How it ends; code 0 for a welcome, the HTTP status where there is no upgrade. */
    static End say(URI address, String protocol, Map<String, String> headers, String first, String welcome) {
        TokenSocket socket = new TokenSocket(welcome);
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder().subprotocols(protocol);
        headers.forEach(builder::header);
        try {
            WebSocket open = builder.buildAsync(address, socket).join();
            var unused = open.sendText(first, true);
            End end = socket.end.get(ProgressWait.STANDSTILL.toSeconds(), TimeUnit.SECONDS);
            open.abort();
            return end;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new End(
                        refused.getResponse().statusCode(),
                        String.valueOf(refused.getResponse().body()));
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("heard only " + socket.heard, e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            heard.add(text.toString());
            if (text.indexOf(welcome) >= 0) {
                end.complete(new End(0, text.toString()));
            }
            text.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end.complete(new End(code, String.join("\n", heard)));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end.completeExceptionally(failure);
    }
}
