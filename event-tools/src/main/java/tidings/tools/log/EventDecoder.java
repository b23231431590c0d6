package tidings.tools.log;

import java.util.HashMap;
import java.util.Map;
import tidings.events.EventCatalogue;
import tidings.events.EventType;
import tidings.events.upcasting.UpcasterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the event of a line of the feed, of whatever revision, as the present record. */
public final class EventDecoder {

    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @throws IllegalArgumentException when this build does not know such an event
     * @throws tools.jackson.core.JacksonException when it is none
     */
    public Object decoded(JsonNode event) {
        EventType stored = new EventType(
                event.path("type").asString(), event.path("revision").asInt());
        Map<String, Object> data = new HashMap<>();
        event.path("data")
                .properties()
                .forEach(field -> data.put(field.getKey(), json.convertValue(field.getValue(), Object.class)));
        UpcasterChain.Typed current = UpcasterChain.CURRENT.upcast(new UpcasterChain.Typed(stored, data));
        Class<?> type = EventCatalogue.recordNamed(current.type().name())
                .orElseThrow(() -> new IllegalArgumentException("no such event type"));
        return json.convertValue(current.data(), type);
    }
}
