package tidings.command.apitoken;

import java.util.EnumSet;
import java.util.Set;
import tidings.access.Scope;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.text.PersonName;

/** What an API token may be called, how long it may be good for, and that it needs a scope. */
final class TokenLimits {

    private static final int MAX_NAME = 80;
    private static final int MAX_DAYS = 365;

    private TokenLimits() {}

    /** @throws CommandRefusedException BAD_FRAME when something does not fit */
    static void require(String name, Set<Scope> scopes, int days) {
        if (!PersonName.isSound(name) || name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "a token's name has 1 to 80 characters");
        }
        if (scopes.isEmpty()) {
            throw new CommandRefusedException(
                    RejectionCode.BAD_FRAME,
                    "scopes are some of "
                            + EnumSet.allOf(Scope.class).stream()
                                    .map(Scope::text)
                                    .toList());
        }
        if (days < 1 || days > MAX_DAYS) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "a token is good for 1 to 365 days");
        }
    }
}
