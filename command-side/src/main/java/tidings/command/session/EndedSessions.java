package tidings.command.session;

import java.util.List;

/** Which sessions ended lately: for gateways, which ask in case the event of it does not reach them. */
public interface EndedSessions {

    /**
     * A page of sessions, in the order of their ends.
     *
     * @param nextSinceMs what to ask for next; overlaps by some seconds, because ends become visible late
     */
    record Page(List<String> sessionIds, long nextSinceMs) {
        public Page {
            sessionIds = List.copyOf(sessionIds);
        }
    }

    /**
     * Sessions that ended at that moment of the database's clock or later; from 0 on, all whose access tokens may still
     * be good.
     */
    Page endedSince(long sinceMs);
}
