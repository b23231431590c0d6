package tidings.query.identity;

import java.time.Instant;
import tidings.events.account.AccountId;

/**
 * Who is asking, as a verified token says.
 *
 * @param sessionId the session that the token belongs to: it may end before the token expires
 * @param expiresAt when the token no longer counts
 */
public record Viewer(AccountId id, String sessionId, Instant expiresAt) {

    /** The name of the request attribute and the GraphQL context entry that carries it. */
    public static final String ATTRIBUTE = "tidings.viewer";
}
