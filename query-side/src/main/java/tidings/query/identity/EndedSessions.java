package tidings.query.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tidings.events.account.AccountId;

/** Remembers sessions that were ended, for longer than any of their tokens could be valid. Blocks; of all nodes alike. */
public interface EndedSessions {

    boolean ended(AccountId account, String sessionId);

    /** Those of the viewers whose session has ended. */
    default Set<Viewer> ended(Collection<Viewer> viewers) {
        return viewers.stream()
                .filter(viewer -> ended(viewer.id(), viewer.sessionId()))
                .collect(Collectors.toSet());
    }
}
