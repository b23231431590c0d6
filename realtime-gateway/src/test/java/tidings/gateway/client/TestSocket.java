package tidings.gateway.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps every frame it got, in order. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile int closeCode;

    private TestSocket(URI uri, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols("tidings.v1");
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(uri, this).join();
    }

    public static TestSocket open(int port, String query, Map<String, String> headers) {
        return new TestSocket(URI.create("ws://127.0.0.1:" + port + "/ws" + query), headers);
    }

    /** Opens a socket and says hello with a token. */
    public static TestSocket hello(int port, String token, Map<String, Long> resume) {
        TestSocket socket = open(port, "", Map.of());
        socket.send(Map.of("type", "hello", "token", token, "resume", resume));
        socket.await(frame -> type(frame).equals("welcome"));
        return socket;
    }

    public void send(Map<String, ?> frame) {
        sendText(JSON.writeValueAsString(frame));
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    public WebSocket socket() {
        return socket;
    }

    public static String type(JsonNode frame) {
        return frame.path("type").asString();
    }

    public List<JsonNode> frames() {
        return frames;
    }

    public List<JsonNode> ofType(String type) {
        return frames.stream().filter(frame -> type(frame).equals(type)).toList();
    }

    /** The seqs of a channel's events in the order of their arrival. */
    public List<Long> seqs(Object channelId) {
        return ofType("event").stream()
                .filter(frame -> frame.path("channelId").asString().equals(channelId.toString()))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> frames.stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    public JsonNode awaitAnswer(String ref) {
        return await(frame -> frame.path("ref").asString("").equals(ref));
    }

    public int awaitClose() {
        return Awaitility.await().atMost(PATIENCE).until(() -> closeCode, code -> code != 0);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode = closeCode == 0 ? 1006 : closeCode;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
