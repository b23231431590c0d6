package tidings.client;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes client frames. */
final class ClientFrames {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClientFrames() {}

    static JsonNode hello(@Nullable String token, Map<String, Long> resume) {
        ObjectNode frame = JSON.createObjectNode().put("type", "hello");
        if (token != null) {
            frame.put("token", token);
        }
        ObjectNode cursors = JSON.createObjectNode();
        resume.forEach(cursors::put);
        return frame.set("resume", cursors);
    }

    /** The record's name is the frame's type, and its components are the fields. */
    static JsonNode command(String ref, Command command) {
        String type = command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        ObjectNode frame = JSON.createObjectNode().put("type", type).put("ref", ref);
        JSON.valueToTree(command).forEachEntry((field, value) -> {
            if (!value.isNull()) {
                frame.set(field, value);
            }
        });
        return frame;
    }

    static JsonNode subscribe(String ref, String channelId, @Nullable Long after) {
        ObjectNode frame = ofChannel("subscribe", channelId).put("ref", ref);
        return after == null ? frame : frame.put("after", after);
    }

    static JsonNode unsubscribe(String ref, String channelId) {
        return ofChannel("unsubscribe", channelId).put("ref", ref);
    }

    static JsonNode typing(String channelId) {
        return ofChannel("typing", channelId);
    }

    static JsonNode presence(boolean away) {
        return JSON.createObjectNode().put("type", "presence").put("status", away ? "AWAY" : "ONLINE");
    }

    private static ObjectNode ofChannel(String type, String channelId) {
        return JSON.createObjectNode().put("type", type).put("channelId", channelId);
    }
}
