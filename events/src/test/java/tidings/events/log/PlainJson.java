package tidings.events.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** As the sides read it: with a mapper that nothing was set on. */
final class PlainJson implements EventJson {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public @Nullable Map<String, Object> object(byte[] bytes) {
        return json.readValue(bytes, new TypeReference<>() {});
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
