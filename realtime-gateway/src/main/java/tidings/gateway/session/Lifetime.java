package tidings.gateway.session;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tidings.access.Identity;
import tidings.gateway.frame.CloseCode;

/** By when a session's client must have said hello and been heard, and how long its token holds. Confined to its loop. */
final class Lifetime {

    private final long helloDeadlineMs;
    private final long heartbeatMs;
    private final long sweepMs;
    private long nextPingMs;
    private long nextSweepMs;
    private long lastHeardMs;

    Lifetime(SessionProperties properties, long nowMs) {
        this.helloDeadlineMs = nowMs + properties.helloTimeout().toMillis();
        this.heartbeatMs = properties.heartbeat().toMillis();
        this.sweepMs = properties.membershipSweep().toMillis();
        this.nextPingMs = nowMs + heartbeatMs;
        this.nextSweepMs = nowMs + someTime();
        this.lastHeardMs = nowMs;
    }

    void heard(long nowMs) {
        lastHeardMs = nowMs;
    }

    /** Why the session must end now; null while it need not. */
    @Nullable CloseCode end(long nowMs, @Nullable Identity identity) {
        if (identity == null && nowMs >= helloDeadlineMs) {
            return CloseCode.HELLO_TIMED_OUT;
        }
        if (identity != null && nowMs >= identity.expiresAt().toEpochMilli()) {
            return CloseCode.UNAUTHENTICATED;
        }
        return nowMs - lastHeardMs > heartbeatMs * 5 / 2 ? CloseCode.GOING_AWAY : null;
    }

    /** Half of the interval to one and a half, so that sessions that came together do not read together. */
    private long someTime() {
        return sweepMs / 2 + ThreadLocalRandom.current().nextLong(sweepMs);
    }

    /** Whether to read the memberships again now; it is as good as done. */
    boolean sweepIsDue(long nowMs) {
        if (nowMs < nextSweepMs) {
            return false;
        }
        nextSweepMs = nowMs + someTime();
        return true;
    }

    /** Whether to ping now; it is as good as done. */
    boolean pingIsDue(long nowMs) {
        if (nowMs < nextPingMs) {
            return false;
        }
        nextPingMs = nowMs + heartbeatMs;
        return true;
    }
}
