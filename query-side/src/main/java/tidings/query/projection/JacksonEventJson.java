package tidings.query.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.events.log.EventJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The events' JSON by Jackson. */
final class JacksonEventJson implements EventJson {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public @Nullable Map<String, Object> object(byte[] bytes) {
        return json.readValue(bytes, JSON_OBJECT);
    }

    @Override
    public <T> @Nullable T record(byte[] bytes, Class<T> type) {
        return json.readValue(bytes, type);
    }

    @Override
    public byte[] bytes(Object value) {
        return json.writeValueAsBytes(value);
    }
}
