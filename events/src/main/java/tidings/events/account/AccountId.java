package tidings.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import tidings.events.Ids;

/** The id of an account, and of its event stream: a UUIDv7 (RFC 9562), opaque to clients, in JSON its canonical string. */
public record AccountId(UUID value) {

    /**
     * Reads the canonical 36-character form.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    @JsonCreator
    public static AccountId parse(String text) {
        return new AccountId(Ids.canonicalUuid(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
