package tidings.query.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts replays, one at a time, and keeps the lease of the one that runs here. */
final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final ReplayParts parts;
    private final ReplayIdFactory ids;
    private final AtomicLong failures = new AtomicLong();

    Replays(ReplayParts parts, ReplayIdFactory ids) {
        this.parts = parts;
        this.ids = ids;
    }

    /** The id of the replay that has begun, or empty when one is running already. */
    Optional<UUID> begin() {
        UUID id = ids.next();
        if (!parts.store().begin(id)) {
            return Optional.empty();
        }
        Thread replay = Thread.ofVirtual().name("replay").start(new Replay(id, parts)::run);
        Thread.ofVirtual().name("replay-lease").start(() -> keepLease(id, replay));
        return Optional.of(id);
    }

    /** Ends with the replay and not before; a replay whose lease is another's now is interrupted. */
    private void keepLease(UUID id, Thread replay) {
        try {
            while (!replay.join(HEARTBEAT)) {
                if (!renewed(id)) {
                    LOG.warn("replay {} has lost its lease and stops", id);
                    replay.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean renewed(UUID id) {
        try {
            return parts.store().renew(id);
        } catch (RuntimeException | Error e) {
            LOG.warn("the lease of replay {} could not be renewed, {} times by now", id, failures.incrementAndGet(), e);
            return true;
        }
    }
}
