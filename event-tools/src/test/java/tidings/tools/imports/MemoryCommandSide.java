package tidings.tools.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tidings.tools.http.InternalApi;
import tidings.tools.http.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the import calls over real HTTP and remembers what it was given once, as the command side does. */
final class MemoryCommandSide implements AutoCloseable {

    static final String SECRET = "s3cret";
    private static final Patience QUICK =
            new Patience(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(500));

    final Map<String, JsonNode> accounts = new LinkedHashMap<>();
    final Map<String, JsonNode> channels = new LinkedHashMap<>();
    final Map<String, List<JsonNode>> messages = new LinkedHashMap<>();
    final Map<String, String> oneId = new LinkedHashMap<>();
    final Map<String, String> renamed = new LinkedHashMap<>();
    final AtomicInteger accountCalls = new AtomicInteger();
    final AtomicInteger busyAnswers = new AtomicInteger();

    /** After so many message calls it answers nothing but 503. */
    volatile int failsAfter = Integer.MAX_VALUE;

    /** Large imports leave only their keys. */
    volatile boolean keepsMessages = true;

    private final Set<String> keys = new HashSet<>();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final AtomicInteger messageCalls = new AtomicInteger();

    MemoryCommandSide() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/imports/accounts", exchange -> answer(exchange, this::importAccounts));
        server.createContext("/internal/imports/channels", exchange -> answer(exchange, this::importChannels));
        server.createContext("/internal/imports/messages", exchange -> answer(exchange, this::importMessages));
        server.start();
    }

    InternalApi api() {
        return api(SECRET);
    }

    InternalApi api(String secret) {
        return new InternalApi(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), secret, QUICK);
    }

    JsonNode account(String sourceId) {
        return accounts.getOrDefault(sourceId, MissingNode.getInstance());
    }

    JsonNode channel(String sourceId) {
        return channels.getOrDefault(sourceId, MissingNode.getInstance());
    }

    private synchronized void answer(HttpExchange exchange, Function<JsonNode, JsonNode> call) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody());
        boolean known = SECRET.equals(exchange.getRequestHeaders().getFirst("Tidings-Internal-Secret"));
        boolean failed = request.has("messages") && messageCalls.incrementAndGet() > failsAfter;
        int status = !known ? 401 : failed || busyAnswers.getAndDecrement() > 0 ? 503 : 200;
        JsonNode body = status == 200
                ? call.apply(request)
                : json.createObjectNode().put("code", status == 401 ? "UNAUTHENTICATED" : "BUSY");
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode importAccounts(JsonNode request) {
        accountCalls.incrementAndGet();
        return eachOnce(request.path("accounts"), accounts, "accounts", "username");
    }

    private JsonNode importChannels(JsonNode request) {
        return eachOnce(request.path("channels"), channels, "channels", "name");
    }

    private JsonNode eachOnce(JsonNode items, Map<String, JsonNode> known, String field, String name) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode list = answer.putArray(field);
        for (JsonNode item : items.values()) {
            String sourceId = item.path("sourceId").asString();
            boolean created = known.putIfAbsent(sourceId, item) == null;
            list.addObject()
                    .put("sourceId", sourceId)
                    .put("id", oneId.getOrDefault(sourceId, "id-" + sourceId))
                    .put(name, renamed.getOrDefault(sourceId, item.path(name).asString("")))
                    .put("created", created);
        }
        return answer;
    }

    private JsonNode importMessages(JsonNode request) {
        String channelId = request.path("channelId").asString();
        List<JsonNode> there = messages.computeIfAbsent(channelId, id -> new ArrayList<>());
        ObjectNode answer = json.createObjectNode();
        ArrayNode rejected = answer.putArray("rejected");
        int imported = 0;
        int alreadyThere = 0;
        for (JsonNode message : request.path("messages").values()) {
            if (message.path("body").asString().equals("refuse this")) {
                rejected.addObject()
                        .put("clientMessageId", message.path("clientMessageId").asString())
                        .put("code", "BAD_FRAME")
                        .put("message", "not that word");
            } else if (!keys.add(channelId + message.path("authorId") + message.path("clientMessageId"))) {
                alreadyThere++;
            } else {
                if (keepsMessages) {
                    there.add(message);
                }
                imported++;
            }
        }
        return answer.put("imported", imported).put("alreadyThere", alreadyThere);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
