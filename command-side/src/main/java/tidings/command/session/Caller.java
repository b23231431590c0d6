package tidings.command.session;

import java.time.Instant;
import java.util.Set;
import tidings.command.account.AccountRole;
import tidings.events.account.AccountId;

/**
 * Who calls, as a verified access token says.
 *
 * @param accessEnds when that token expires
 */
public record Caller(AccountId accountId, String sessionId, Set<AccountRole> roles, Instant accessEnds) {

    public Caller {
        roles = Set.copyOf(roles);
    }
}
