package tidings.access;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whether somebody who was let in earlier, as on a socket, may still act. */
public final class SessionStanding {

    private final EndedSessions sessions;
    private final Clock clock;

    public SessionStanding(EndedSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** False once the token has expired or its session has ended. */
    public boolean holds(Identity identity) {
        return !isExpired(identity) && !sessions.isEnded(identity.accountId(), identity.sessionId());
    }

    /** Those for whom {@link #holds} is false: asked for all at once. */
    public Set<Identity> over(Collection<Identity> identities) {
        Set<Identity> over = new HashSet<>(sessions.ended(identities));
        identities.stream().filter(this::isExpired).forEach(over::add);
        return over;
    }

    private boolean isExpired(Identity identity) {
        return !clock.instant().isBefore(identity.expiresAt());
    }
}
