package tidings.system.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One line of the event log as the command side tells it. */
public record LoggedEvent(
        long index,
        String stream,
        String streamId,
        long seq,
        @Nullable String at,
        @Nullable String actorId,
        String type,
        int revision,
        JsonNode data) {

    String text(String field) {
        JsonNode value = data.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }

    boolean isPost() {
        return type.equals("MessagePosted");
    }
}
