package tidings.command.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops a reader before a hole in the indexes that a transaction under way may still fill: what was passed once is never
 * read again. Holes that are left for good, by transactions that failed, are passed.
 */
final class GapGuard {

    /** No transaction lives so long, clocks that are apart included: the database's and the driver's time-outs see to that. */
    private static final Duration SETTLED_FOR_SURE = Duration.ofMinutes(15);

    /** Between handing out an index and locking its row there is a moment without a lock. */
    static final Duration UNLOCKED_MOMENT = Duration.ofSeconds(2);

    private final FeedQueries queries;
    private final SeenHeads heads;
    private final Clock clock;
    private long last;

    GapGuard(FeedQueries queries, SeenHeads heads, Clock clock, long after) {
        this.queries = queries;
        this.heads = heads;
        this.clock = clock;
        this.last = after;
    }

    /** Whether this event may be shown as the next one. */
    boolean admits(StoredEvent event) {
        long before = last;
        last = event.index();
        boolean gap = event.index() != before + 1 && before >= 0;
        if (!gap) {
            return true;
        }
        Duration age = Duration.between(event.at(), now());
        if (age.compareTo(SETTLED_FOR_SURE) > 0) {
            return true;
        }
        return heads.sawLongAgo(event.index()) && queries.isSettled(before, event.index());
    }

    private Instant now() {
        return clock.instant();
    }
}
