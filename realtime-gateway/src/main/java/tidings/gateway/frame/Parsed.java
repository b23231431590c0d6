package tidings.gateway.frame;

import org.jspecify.annotations.Nullable;

/** What became of a text message from a client. */
public sealed interface Parsed {

    /** What the client called the frame, where it did and that could be read. */
    @Nullable String ref();

    record Valid(ClientFrame frame) implements Parsed {
        @Override
        public @Nullable String ref() {
            return frame.ref();
        }
    }

    /** The message is refused and the socket stays; {@code ref} is repeated where it could be read. */
    record Invalid(@Nullable String ref, ErrorCode code, String message) implements Parsed {}
}
