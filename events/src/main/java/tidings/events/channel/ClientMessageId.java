package tidings.events.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The idempotency key of a message, chosen by its sender and unique per sender and channel: 1 to 128 characters,
 * none of them a control character. A resend under the same key gets the first answer.
 */
public record ClientMessageId(@JsonValue String value) {

    public static final int MAX_LENGTH = 128;

    @JsonCreator
    public ClientMessageId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a clientMessageId has 1 to " + MAX_LENGTH + " characters, none of them a control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
