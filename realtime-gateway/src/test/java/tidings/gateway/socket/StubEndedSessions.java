package tidings.gateway.socket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tidings.events.account.AccountId;
import tidings.gateway.access.SessionEnds;

/** What the command side says of ended sessions. */
final class StubEndedSessions implements SessionEnds {

    final Set<String> ids = new HashSet<>();
    final List<Consumer<Set<String>>> listeners = new ArrayList<>();

    @Override
    public boolean isEnded(AccountId accountId, String sessionId) {
        return ids.contains(sessionId);
    }

    @Override
    public void onEnded(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    void end(String sessionId) {
        ids.add(sessionId);
        listeners.forEach(listener -> listener.accept(Set.of(sessionId)));
    }
}
