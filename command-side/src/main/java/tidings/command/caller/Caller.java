package tidings.command.caller;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.events.account.AccountId;

/**
 * Who calls, as a verified access token says.
 *
 * @param accessEnds when that token expires
 * @param scopes what the token may be used for; null for everything
 */
public record Caller(
        AccountId accountId,
        String sessionId,
        Instant accessEnds,
        @Nullable Set<Scope> scopes) {

    public Caller {
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Somebody who signed in. */
    public Caller(AccountId accountId, String sessionId, Instant accessEnds) {
        this(accountId, sessionId, accessEnds, null);
    }

    public static Caller of(Identity identity) {
        return new Caller(identity.accountId(), identity.sessionId(), identity.expiresAt(), identity.scopes());
    }

    /** Whether the token may be used for all of these. */
    public boolean may(Set<Scope> needed) {
        return scopes == null || scopes.containsAll(needed);
    }
}
