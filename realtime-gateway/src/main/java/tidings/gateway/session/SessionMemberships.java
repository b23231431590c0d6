package tidings.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.gateway.access.Identity;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.eventlog.SessionEndedException;
import tidings.gateway.frame.CloseCode;

/**
 * Reads a session's memberships and read markers again: what no broadcast told it of it learns so, also that it has
 * ended. Confined to the session's loop.
 */
final class SessionMemberships {

    private final Session session;
    private final SessionLane lane;
    private final Greeting greeting;
    private final SessionChannels channels;
    private final SessionReads reads;
    private boolean checked;

    SessionMemberships(
            Session session, SessionLane lane, Greeting greeting, SessionChannels channels, SessionReads reads) {
        this.session = session;
        this.lane = lane;
        this.greeting = greeting;
        this.channels = channels;
        this.reads = reads;
    }

    /** Only what a hello has opened is brought up to date. */
    void refresh() {
        if (greeting.isDone()) {
            read();
        }
    }

    /** What a hello does for others: a token of a session that was ended is good for nothing (ADR 0151). */
    void checkSessionOnce() {
        if (!greeting.isDone() && !checked) {
            checked = true;
            read();
        }
    }

    private void read() {
        Identity identity = session.identity();
        if (!session.isClosed() && identity != null) {
            var unused = lane.services()
                    .log()
                    .readMemberships(identity.accountId(), identity.sessionId())
                    .whenCompleteAsync(
                            (memberships, failure) -> session.guard(() -> onMemberships(memberships, failure)),
                            lane.loop());
        }
    }

    private void onMemberships(@Nullable List<Membership> memberships, @Nullable Throwable failure) {
        if (session.isClosed()) {
            return;
        }
        if (failure != null && SessionEndedException.isCauseOf(failure)) {
            session.outbound().close(CloseCode.UNAUTHENTICATED);
        } else if (memberships != null && greeting.isDone()) {
            channels.openMissed(memberships);
            reads.onMemberships(memberships);
        }
    }
}
