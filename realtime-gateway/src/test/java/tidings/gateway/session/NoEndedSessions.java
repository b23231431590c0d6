package tidings.gateway.session;

import java.util.Set;
import java.util.function.Consumer;
import tidings.gateway.access.EndedSessions;

/** No session was ended before its time. */
final class NoEndedSessions implements EndedSessions {

    @Override
    public boolean contains(String sessionId) {
        return false;
    }

    @Override
    public void onEnded(Consumer<Set<String>> listener) {}
}
