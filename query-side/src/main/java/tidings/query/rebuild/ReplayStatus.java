package tidings.query.rebuild;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param events applied so far
 * @param total in the event store when last looked
 * @param parked events that could not be applied, with those that follow them in their streams
 * @param digests of the tables before and after; empty until it is done
 * @param message why it failed, or what was compared
 */
record ReplayStatus(
        UUID id,
        State state,
        long events,
        long total,
        long parked,
        List<DigestQueries.Comparison> digests,
        @Nullable String message) {

    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
