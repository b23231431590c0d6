package tidings.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server refused a frame. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient ServerFrame.@Nullable First first;

    RefusedException(ServerFrame.Error error) {
        super(error.code() + ": " + error.message());
        this.code = error.code();
        this.first = error.first();
    }

    /** One of the stable error codes. */
    public String code() {
        return code;
    }

    /** With {@code CONFLICT}: the message that was kept under the same clientMessageId, whose content was another one. */
    public Optional<ServerFrame.First> first() {
        return Optional.ofNullable(first);
    }
}
