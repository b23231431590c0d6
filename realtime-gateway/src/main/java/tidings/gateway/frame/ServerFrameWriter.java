package tidings.gateway.frame;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes server frames as UTF-8 JSON. Absent optional fields are left out. */
public final class ServerFrameWriter {

    private static final DateTimeFormatter RFC_3339_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonFactory json = new JsonFactory();

    static String time(Instant at) {
        return RFC_3339_MILLIS.format(at);
    }

    public byte[] write(ServerFrame frame) {
        if (frame instanceof ServerFrame.Event event) {
            return event.encoded().json();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            writeFields(out, frame);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeFields(JsonGenerator out, ServerFrame frame) {
        switch (frame) {
            case ServerFrame.Event event -> throw new IllegalArgumentException("encoded already: " + event.seq());
            case ServerFrame.Welcome f -> writeWelcome(out, f);
            case ServerFrame.Subscribed f -> {
                start(out, "subscribed", f.ref())
                        .writeStringProperty("channelId", f.channelId().toString());
                out.writeNumberProperty("seq", f.seq());
                out.writeBooleanProperty("recovered", f.recovered());
            }
            case ServerFrame.Unsubscribed f ->
                start(out, "unsubscribed", f.ref())
                        .writeStringProperty("channelId", f.channelId().toString());
            case ServerFrame.Ack f -> writeAck(out, f);
            case ServerFrame.Error f -> writeError(out, f);
            case ServerFrame.Typing f -> {
                start(out, "typing", null)
                        .writeStringProperty("channelId", f.channelId().toString());
                out.writeStringProperty("userId", f.userId().toString());
            }
            case ServerFrame.Presence f -> {
                start(out, "presence", null)
                        .writeStringProperty("userId", f.userId().toString());
                out.writeStringProperty("status", f.status().name());
            }
            case ServerFrame.Read f -> writePosition(out, "read", f.channelId(), f.seq());
            case ServerFrame.Reset f -> writePosition(out, "reset", f.channelId(), f.seq());
            case ServerFrame.Draining f ->
                start(out, "draining", null).writeNumberProperty("reconnectAfterMs", f.reconnectAfterMs());
            case ServerFrame.Pong f -> start(out, "pong", f.ref());
        }
    }

    private static JsonGenerator start(JsonGenerator out, String type, @Nullable String ref) {
        out.writeStringProperty("type", type);
        if (ref != null) {
            out.writeStringProperty("ref", ref);
        }
        return out;
    }

    private static void writePosition(JsonGenerator out, String type, ChannelId channelId, long seq) {
        start(out, type, null).writeStringProperty("channelId", channelId.toString());
        out.writeNumberProperty("seq", seq);
    }

    private static void writeAck(JsonGenerator out, ServerFrame.Ack f) {
        start(out, "ack", f.ref())
                .writeStringProperty("channelId", f.channelId().toString());
        if (f.messageId() != null) {
            out.writeStringProperty("messageId", f.messageId());
        }
        out.writeNumberProperty("seq", f.seq());
        if (f.at() != null) {
            out.writeStringProperty("at", time(f.at()));
        }
    }

    private static void writeError(JsonGenerator out, ServerFrame.Error f) {
        start(out, "error", f.ref()).writeStringProperty("code", f.code().name());
        out.writeStringProperty("message", f.message());
        if (f.retryAfterMs() > 0) {
            out.writeNumberProperty("retryAfterMs", f.retryAfterMs());
        }
        ServerFrame.First first = f.first();
        if (first != null) {
            out.writeName("first").writeStartObject();
            out.writeStringProperty("id", first.id());
            out.writeNumberProperty("seq", first.seq());
            out.writeStringProperty("at", time(first.at()));
            out.writeEndObject();
        }
    }

    private static void writeWelcome(JsonGenerator out, ServerFrame.Welcome f) {
        start(out, "welcome", f.ref()).writeStringProperty("sessionId", f.sessionId());
        out.writeStringProperty("userId", f.userId().toString());
        out.writeNumberProperty("heartbeatMs", f.heartbeatMs());
        out.writeName("limits").writeStartObject();
        out.writeNumberProperty("maxFrameBytes", f.limits().maxFrameBytes());
        out.writeNumberProperty("maxBodyChars", f.limits().maxBodyChars());
        out.writeNumberProperty("sendsPerSecond", f.limits().sendsPerSecond());
        out.writeEndObject();
        writeChannels(out, f.channels());
    }

    private static void writeChannels(JsonGenerator out, List<ServerFrame.ChannelState> channels) {
        out.writeName("channels").writeStartArray();
        for (ServerFrame.ChannelState channel : channels) {
            out.writeStartObject();
            out.writeStringProperty("channelId", channel.channelId().toString());
            out.writeNumberProperty("seq", channel.seq());
            out.writeNumberProperty("readSeq", channel.readSeq());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
