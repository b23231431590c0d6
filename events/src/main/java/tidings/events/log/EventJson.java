package tidings.events.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON to the contract of the events' records: {@code null} is read as null, and what cannot be read ends in an unchecked
 * exception.
 */
public interface EventJson {

    /** The members of a JSON object, in their order, as maps, lists, strings, numbers and booleans. */
    @Nullable Map<String, Object> object(byte[] json);

    <T> @Nullable T record(byte[] json, Class<T> type);

    byte[] bytes(Object value);
}
