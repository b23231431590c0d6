package tidings.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/**
 * Who acts, as a verified access token says.
 *
 * @param sessionId the session that the token belongs to: it may end before the token expires
 * @param expiresAt when the token no longer counts
 * @param scopes what the token may be used for; null for everything
 */
public record Identity(
        AccountId accountId,
        String sessionId,
        Instant expiresAt,
        @Nullable Set<Scope> scopes) {

    public Identity {
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /** Somebody who may do everything that the account may. */
    public Identity(AccountId accountId, String sessionId, Instant expiresAt) {
        this(accountId, sessionId, expiresAt, null);
    }

    /** Whether the token may be used for all of these. */
    public boolean permits(Set<Scope> needed) {
        return scopes == null || scopes.containsAll(needed);
    }
}
