package tidings.events;

import java.util.UUID;

/** The one spelling of an id that is accepted: {@link UUID#fromString} alone also takes shortened groups. */
public final class Ids {

    private static final int CANONICAL_LENGTH = 36;

    private Ids() {}

    /**
     * Reads a UUID in its canonical lower- or upper-case form (RFC 9562, section 4).
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static UUID canonicalUuid(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            throw new IllegalArgumentException("not an id");
        }
        return UUID.fromString(text);
    }
}
