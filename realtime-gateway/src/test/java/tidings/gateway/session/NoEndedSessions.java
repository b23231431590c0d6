package tidings.gateway.session;

import java.util.Set;
import java.util.function.Consumer;
import tidings.events.account.AccountId;
import tidings.gateway.access.SessionEnds;

/** No session was ended before its time. */
final class NoEndedSessions implements SessionEnds {

    @Override
    public boolean isEnded(AccountId accountId, String sessionId) {
        return false;
    }

    @Override
    public void onEnded(Consumer<Set<String>> listener) {}
}
