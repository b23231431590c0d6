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
        if (!event.path("data").isObject()) {
            throw new IllegalArgumentException("its data are no object");
        }
        Map<String, Object> data = new HashMap<>();
        event.path("data")
                .properties()
                .forEach(field -> data.put(field.getKey(), json.convertValue(field.getValue(), Object.class)));
        UpcasterChain.Typed current = UpcasterChain.CURRENT.upcast(new UpcasterChain.Typed(stored, data));
        return json.convertValue(current.data(), record(current.type().name()));
    }

    /** Reads an event that is in its present revision already; throws as {@link #decoded} does. */
    public Object present(JsonNode event) {
        return json.convertValue(event.path("data"), record(event.path("type").asString()));
    }

    private static Class<?> record(String type) {
        return EventCatalogue.recordNamed(type).orElseThrow(() -> new IllegalArgumentException("no such event type"));
    }
}
