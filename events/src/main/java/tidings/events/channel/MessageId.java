package tidings.events.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tidings.events.Ids;

/** The id of a message: a UUIDv7 (RFC 9562), opaque to clients, in JSON its canonical string. */
public record MessageId(UUID value) {

    /**
     * Reads the canonical 36-character form.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    @JsonCreator
    public static MessageId parse(String text) {
        return new MessageId(Ids.canonicalUuid(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
