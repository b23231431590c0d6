package tidings.gateway.frame;

import org.jspecify.annotations.Nullable;

/** What became of a text message from a client. */
public sealed interface Parsed {

    record Valid(ClientFrame frame) implements Parsed {}

    /** The message is refused and the socket stays; {@code ref} is repeated where it could be read. */
    record Invalid(@Nullable String ref, ErrorCode code, String message) implements Parsed {}
}
