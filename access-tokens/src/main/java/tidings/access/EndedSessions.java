package tidings.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tidings.events.account.AccountId;

/**
 * The sessions that ended while their tokens may still look good. Each side knows of them in a way of its own, for longer than
 * any of their tokens could be valid.
 */
public interface EndedSessions {

    /** Whether the session is known to have ended, or its account may not be used. */
    boolean isEnded(AccountId accountId, String sessionId);

    /** Those whose session has ended. */
    default Set<Identity> ended(Collection<Identity> identities) {
        return identities.stream()
                .filter(identity -> isEnded(identity.accountId(), identity.sessionId()))
                .collect(Collectors.toSet());
    }
}
