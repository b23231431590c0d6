package tidings.command.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tidings.events.EventCatalogue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events under their stable names of the {@link EventCatalogue} and as their contract's JSON. It knows no other
 * classes, so nothing that is stored can name one to be made.
 */
public class EventJson implements Serializer {

    private static final SerializedType META_DATA = new SimpleSerializedType(MetaData.class.getName(), null);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        byte[] bytes =
                object == null ? "null".getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(written(object));
        return new SimpleSerializedObject<>(
                converter.convert(bytes, representation),
                representation,
                typeForClass(object == null ? Void.class : object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> @Nullable T deserialize(SerializedObject<S> object) {
        Class<?> type = classForType(object.getType());
        if (type == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, object);
        }
        if (type == Void.class) {
            return null;
        }
        byte[] bytes = converter.convert(object, byte[].class).getData();
        return (T) (type == MetaData.class ? MetaData.from(readMap(bytes)) : read(bytes, type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (META_DATA.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return SerializedType.emptyType().equals(type)
                ? Void.class
                : EventCatalogue.recordNamed(type.getName()).orElse(UnknownSerializedType.class);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return META_DATA;
        }
        return EventCatalogue.typeOf(type)
                .map(known -> new SimpleSerializedType(known.name(), Integer.toString(known.revision())))
                .orElseThrow(() -> new IllegalArgumentException(type + " is no event"));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    /** What stands in JSON for an object; itself unless a subclass knows better. */
    Object written(Object object) {
        return object;
    }

    /** Makes an object of a type from its JSON. */
    Object read(byte[] bytes, Class<?> type) {
        return json.readValue(bytes, type);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> readMap(byte[] bytes) {
        return json.readValue(bytes, Map.class);
    }

    byte[] write(Object object) {
        return json.writeValueAsBytes(object);
    }
}
