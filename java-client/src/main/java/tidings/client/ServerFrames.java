package tidings.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads server frames; fields that it does not know are let pass. */
public final class ServerFrames {

    private ServerFrames() {}

    public static ServerFrame read(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "welcome" ->
                new ServerFrame.Welcome(
                        ref(json),
                        text(json, "sessionId"),
                        text(json, "userId"),
                        number(json, "heartbeatMs"),
                        json.path("channels")
                                .valueStream()
                                .map(channel -> new ServerFrame.Channel(
                                        text(channel, "channelId"), number(channel, "seq"), number(channel, "readSeq")))
                                .toList());
            case "subscribed" ->
                new ServerFrame.Subscribed(
                        ref(json),
                        channelId(json),
                        number(json, "seq"),
                        json.path("recovered").asBoolean());
            case "unsubscribed" -> new ServerFrame.Unsubscribed(ref(json), channelId(json));
            case "event" -> event(json);
            case "ack" -> ack(json);
            case "error" ->
                new ServerFrame.Error(
                        ref(json),
                        text(json, "code"),
                        text(json, "message"),
                        json.path("retryAfterMs").asLong(0),
                        first(json.path("first")));
            case "read" -> new ServerFrame.Read(channelId(json), number(json, "seq"));
            case "typing" -> new ServerFrame.Typing(channelId(json), text(json, "userId"));
            case "presence" -> new ServerFrame.Presence(text(json, "userId"), text(json, "status"));
            case "reset" -> new ServerFrame.Reset(channelId(json), number(json, "seq"));
            case "draining" -> new ServerFrame.Draining(number(json, "reconnectAfterMs"));
            case "pong" -> new ServerFrame.Pong(ref(json));
            default -> new ServerFrame.Unknown(type);
        };
    }

    private static ServerFrame event(JsonNode json) {
        return new ServerFrame.Event(
                channelId(json),
                number(json, "seq"),
                Instant.parse(text(json, "at")),
                text(json, "event"),
                optional(json, "actorId"),
                json.path("data"));
    }

    private static ServerFrame ack(JsonNode json) {
        String at = optional(json, "at");
        return new ServerFrame.Ack(
                ref(json),
                channelId(json),
                optional(json, "messageId"),
                number(json, "seq"),
                at == null ? null : Instant.parse(at));
    }

    private static ServerFrame.@Nullable First first(JsonNode json) {
        String at = optional(json, "at");
        return at == null ? null : new ServerFrame.First(text(json, "id"), number(json, "seq"), Instant.parse(at));
    }

    private static @Nullable String ref(JsonNode json) {
        return optional(json, "ref");
    }

    private static String channelId(JsonNode json) {
        return text(json, "channelId");
    }

    private static @Nullable String optional(JsonNode json, String field) {
        return json.path(field).isString() ? json.path(field).asString() : null;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }

    private static long number(JsonNode json, String field) {
        return json.path(field).asLong();
    }
}
