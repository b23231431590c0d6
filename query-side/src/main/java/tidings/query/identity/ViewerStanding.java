package tidings.query.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a viewer who was let in earlier, as on a socket, may still ask. */
@Component
public final class ViewerStanding {

    private final EndedSessions sessions;
    private final Clock clock;

    ViewerStanding(EndedSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** False once the token has expired or its session has ended. */
    public boolean holds(Viewer viewer) {
        return clock.instant().isBefore(viewer.expiresAt()) && !sessions.ended(viewer.id(), viewer.sessionId());
    }

    /** Those of the viewers for whom {@link #holds} is false: asked for all at once. */
    public Set<Viewer> over(Collection<Viewer> viewers) {
        Set<Viewer> over = new HashSet<>(sessions.ended(viewers));
        viewers.stream()
                .filter(viewer -> !clock.instant().isBefore(viewer.expiresAt()))
                .forEach(over::add);
        return over;
    }
}
