package tidings.events.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The headers of a Kafka record, by the names in {@link tidings.events.EventHeaders}. */
@FunctionalInterface
public interface RecordHeaders {

    /** The value of the last header of a name; null when there is none. */
    byte @Nullable [] last(String name);

    /** @throws IllegalArgumentException when there is no such header */
    default String text(String name) {
        return new String(present(name), StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException when there is no such header, or no 8-byte number in it */
    default long number(String name) {
        return ByteBuffer.wrap(present(name)).getLong();
    }

    /** The text of a header that may be absent. */
    default @Nullable String optionalText(String name) {
        byte[] value = last(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private byte[] present(String name) {
        byte[] value = last(name);
        if (value == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return value;
    }
}
