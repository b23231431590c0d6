package tidings.gateway.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.gateway.eventlog.Membership;
import tidings.gateway.eventlog.SessionEndedException;
import tidings.gateway.frame.CloseCode;

/**
 * Reads a session's memberships and read markers again: what no broadcast told it of it learns so, also that it has
 * ended. Confined to the session's loop.
 */
final class SessionMemberships {

    private final Session session;
    private final SessionShard shard;
    private final Handshake handshake;
    private final SessionChannels channels;
    private final SessionReads reads;
    private boolean checked;

    SessionMemberships(
            Session session, SessionShard shard, Handshake handshake, SessionChannels channels, SessionReads reads) {
        this.session = session;
        this.shard = shard;
        this.handshake = handshake;
        this.channels = channels;
        this.reads = reads;
    }

    /** Only what a hello has opened is brought up to date. */
    void refresh() {
        if (handshake.isDone()) {
            read();
        }
    }

    /** What a hello does for others: a token of a session that was ended is good for nothing (ADR-0018). */
    void checkSessionOnce() {
        if (!handshake.isDone() && !checked) {
            checked = true;
            read();
        }
    }

    private void read() {
        Identity identity = session.identity();
        if (!session.isClosed() && identity != null) {
            var unused = shard.services()
                    .log()
                    .readMemberships(identity.accountId(), identity.sessionId())
                    .whenCompleteAsync(
                            (memberships, failure) -> session.guard(() -> onMemberships(memberships, failure)),
                            shard.loop());
        }
    }

    private void onMemberships(@Nullable List<Membership> memberships, @Nullable Throwable failure) {
        if (session.isClosed()) {
            return;
        }
        if (failure != null && SessionEndedException.isCauseOf(failure)) {
            session.outbound().close(CloseCode.UNAUTHENTICATED);
        } else if (memberships != null && handshake.isDone()) {
            channels.openMissed(memberships);
            reads.onMemberships(memberships);
        }
    }
}
