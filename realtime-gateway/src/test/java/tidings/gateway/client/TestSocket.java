package tidings.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tidings.client.Connection;
import tidings.client.Credentials;
import tidings.client.WebSocketConnector;
import tidings.gateway.asyncapi.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps every frame it got, in order, and tolerates none that docs/asyncapi.yaml does not describe. */
public final class TestSocket implements Connection.Handler, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Connection connection;
    private volatile int closeCode;

    private TestSocket(int port, Credentials credentials) {
        URI gateway = URI.create("http://127.0.0.1:" + port);
        this.connection =
                new WebSocketConnector(gateway, credentials).open(this).join();
    }

    public static TestSocket open(int port) {
        return new TestSocket(port, new Credentials.AtHello());
    }

    public static TestSocket openWithTicket(int port, String ticket) {
        return new TestSocket(port, new Credentials.Ticket(ticket));
    }

    /** Opens a socket and says hello with a token. */
    public static TestSocket hello(int port, String token, Map<String, Long> resume) {
        TestSocket socket = open(port);
        socket.send(Map.of("type", "hello", "token", token, "resume", resume));
        socket.await(frame -> type(frame).equals("welcome"));
        return socket;
    }

    public void send(Map<String, ?> frame) {
        send(JSON.<JsonNode>valueToTree(frame));
    }

    public void send(JsonNode frame) {
        connection.send(frame);
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
                .pollInterval(Duration.ofMillis(5))
                .until(() -> frames.stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    public JsonNode awaitAnswer(String ref) {
        return await(frame -> frame.path("ref").asString("").equals(ref));
    }

    public int awaitClose() {
        return Awaitility.await().until(() -> closeCode, code -> code != 0);
    }

    @Override
    public void onFrame(Connection source, JsonNode frame) {
        complaints.addAll(Contract.CURRENT.complaintsAboutServerFrame(frame));
        frames.add(frame);
    }

    @Override
    public void onClosed(Connection source, int code) {
        closeCode = code;
    }

    @Override
    public void close() {
        connection.abort();
        assertThat(complaints).isEmpty();
    }
}
