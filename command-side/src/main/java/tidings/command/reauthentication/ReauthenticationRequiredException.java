package tidings.command.reauthentication;

import tidings.command.web.Problem;
import tidings.command.web.ProblemCode;
import tidings.command.web.ProblemException;

/** An access token alone is not enough for this: its owner shows the password or a code again (RFC 9470). */
public final class ReauthenticationRequiredException extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** @param detail what is missing, for people */
    ReauthenticationRequiredException(String detail) {
        super(Problem.of(ProblemCode.REAUTHENTICATION_REQUIRED, detail), "insufficient_user_authentication");
    }
}
