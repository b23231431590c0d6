package tidings.query.socket;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import tidings.query.endpoint.RequestBody;
import tidings.query.endpoint.RequestBody.MalformedException;
import tools.jackson.databind.JsonNode;

/** What a client says. Whatever has another shape is {@link MalformedException}: the protocol closes its socket. */
sealed interface ClientMessage {

    record ConnectionInit(Map<String, @Nullable Object> payload) implements ClientMessage {}

    /** @param payload null when the client sent none */
    record Ping(@Nullable Map<String, @Nullable Object> payload) implements ClientMessage {}

    record Pong() implements ClientMessage {}

    record Subscribe(String id, GraphQlRequest request) implements ClientMessage {}

    /** The client wants no more of an operation. */
    record Complete(String id) implements ClientMessage {}

    static ClientMessage parse(String text) throws MalformedException {
        JsonNode message = RequestBody.json(text.getBytes(StandardCharsets.UTF_8));
        if (!message.isObject()) {
            throw new MalformedException("a message is an object");
        }
        return switch (message.path("type").asString("")) {
            case "connection_init" -> {
                Map<String, @Nullable Object> payload = RequestBody.object(message, "payload");
                yield new ConnectionInit(payload == null ? Map.of() : payload);
            }
            case "ping" -> new Ping(RequestBody.object(message, "payload"));
            case "pong" -> {
                RequestBody.object(message, "payload");
                yield new Pong();
            }
            case "subscribe" -> new Subscribe(id(message), RequestBody.request(message.path("payload")));
            case "complete" -> new Complete(id(message));
            default -> throw new MalformedException("no such type of message");
        };
    }

    private static String id(JsonNode message) throws MalformedException {
        JsonNode id = message.path("id");
        if (!id.isString() || id.stringValue().isEmpty()) {
            throw new MalformedException("id is a string that is not empty");
        }
        return id.stringValue();
    }
}
