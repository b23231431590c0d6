package tidings.tools.log;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event of the feed for people: where, when, what, who, and the data as JSON. */
final class EventLines {

    private final JsonMapper json = JsonMapper.builder().build();

    /** A damaged event stays as it is. */
    String readable(String line) {
        JsonNode event;
        try {
            event = json.readTree(line);
        } catch (JacksonException damaged) {
            return line;
        }
        return String.format(
                "%s %6d  %s  %-16s by %s  %s",
                event.path("stream").asString(""),
                event.path("seq").asLong(),
                event.path("at").asString(""),
                event.path("type").asString(""),
                event.path("actorId").asString("nobody"),
                event.path("data"));
    }
}
