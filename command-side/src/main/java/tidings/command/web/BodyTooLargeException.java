package tidings.command.web;

import java.io.IOException;

/** A request's body grew past its limit while it was read. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the body is too large");
    }
}
