package tidings.gateway.access;

import java.util.Set;
import java.util.function.Consumer;

/**
 * The sessions that ended while their tokens may still look good. The second way beside the events: a session ends here
 * also when Kafka or Redis lose the event of it, and a token of an ended session opens no new socket.
 */
public interface EndedSessions {

    /** Whether the session is known to have ended. */
    boolean contains(String sessionId);

    /** Tells of sessions that turned out to have ended, on a thread of its own: hand over and return. */
    void onEnded(Consumer<Set<String>> listener);
}
