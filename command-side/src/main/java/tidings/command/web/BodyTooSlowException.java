package tidings.command.web;

import java.io.IOException;

/** A request's body has not come as a whole in the time that it may take. */
final class BodyTooSlowException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooSlowException() {
        super("the body takes too long");
    }
}
