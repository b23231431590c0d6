package tidings.gateway.access;

import java.util.Set;
import java.util.function.Consumer;
import tidings.access.EndedSessions;

/**
 * The second way to learn that a session has ended, beside the events: also when Kafka or Redis lose the event of it, its sockets
 * are closed, and its token opens no new one. Asking never blocks.
 */
public interface SessionEnds extends EndedSessions {

    /** Tells of sessions that turned out to have ended, on a thread of its own: hand over and return. */
    void onEnded(Consumer<Set<String>> listener);
}
