package tidings.query.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.query.kafka.LogTail;
import tidings.query.projection.PositionMovedException;
import tidings.query.projection.PositionUpdate;
import tidings.query.projection.SeqGapException;
import tidings.query.views.ViewTables;

/**
 * One replay (ADR-0031): notes where Kafka ends, builds new tables from the event store, follows Kafka from the noted
 * offsets until nearly level, and lets the new tables take over in one statement. Whatever the event store showed too
 * late is in Kafka after the noted offsets; whatever is in both counts once, by its seq.
 */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int PATIENCE = 150;
    private static final int MOST_FAILURES = 8;
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final UUID id;
    private final ReplayParts parts;
    private final ReplayTables tables;
    private long events;
    private long total;
    private long parked;

    Replay(UUID id, ReplayParts parts) {
        this.id = id;
        this.parts = parts;
        this.tables = ReplayTables.of(id);
    }

    /** Runs to its end; the store tells how it went. */
    void run() {
        try {
            LOG.info("replay {} begins", id);
            Map<Integer, Long> ends = parts.tail().ends();
            parts.tables().sweep(parts.store().living());
            parts.tables().create(tables.next());
            fromEventStore();
            fromKafka(ends);
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(ReplayStatus.State.FAILED, "interrupted");
        } catch (ReplayEndedException e) {
            LOG.info("replay {} ends: {}", id, e.getMessage());
            fail(e.state(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("replay {} failed", id, e);
            fail(ReplayStatus.State.FAILED, e.toString());
        }
    }

    /** Reads a page while the one before is applied. */
    private void fromEventStore() throws IOException, InterruptedException {
        EventFeed.Page page = parts.feed().read(-1);
        while (!page.records().isEmpty()) {
            long last = page.last();
            CompletableFuture<EventFeed.Page> next = CompletableFuture.supplyAsync(() -> ahead(last), parts.reader());
            EventFeed.Page present = page;
            patiently(() -> parts.projector().apply(tables.next(), PositionUpdate.NONE, present.records()));
            events += page.records().size();
            total = Math.max(total, page.head() + 1);
            report();
            page = next.join();
        }
    }

    private EventFeed.Page ahead(long last) {
        try {
            return parts.feed().read(last);
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** An outage is waited for, and an event that fails again and again alone is parked by then. */
    private <T> T patiently(Supplier<T> step) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return step.get();
            } catch (SeqGapException | PositionMovedException | ReplayEndedException e) {
                throw e;
            } catch (RuntimeException e) {
                if (failures == MOST_FAILURES) {
                    throw e;
                }
                LOG.warn("a step of replay {} failed and is tried again: {}", id, e.toString());
                TimeUnit.SECONDS.sleep(failures);
                parts.store().insist(id);
            }
        }
    }

    private void fromKafka(Map<Integer, Long> ends) throws InterruptedException {
        try (LogTail.Follower follower = parts.tail().follow(tables.next(), ends)) {
            for (int turn = 0; patiently(follower::turn) > parts.levelLag() || isBehind(); turn++) {
                report();
                if (turn > PATIENCE && isBehind()) {
                    throw new IllegalStateException("the event store lacks what the live views have seen");
                }
            }
            report();
            parts.store().whileHolding(id, () -> parts.tables().takeOver(tables));
        }
    }

    /** Whether the new tables lack what the live ones have had for a while: then they must not take over. */
    private boolean isBehind() {
        long settled = parts.clock().millis() - SETTLED.toMillis();
        return parts.tables().behind(tables.next(), ViewTables.LIVE, parts.levelLag(), settled) > 0;
    }

    /** The new tables serve already: what fails now does not undo that. */
    private void finish() {
        List<DigestQueries.Comparison> digests = List.of();
        String message = null;
        try {
            digests = parts.digests().compare(tables.old(), ViewTables.LIVE);
            long different = digests.stream()
                    .filter(digest -> !digest.before().equals(digest.after()))
                    .count();
            message = different == 0 ? null : different + " tables differ";
            parts.tables().drop(tables.old());
        } catch (RuntimeException e) {
            LOG.warn("replay {} has taken over, but could not compare or drop the old tables", id, e);
            message = "the old tables could not be compared or dropped: " + e;
        }
        LOG.info("replay {} is done: {} events, {} parked, {}", id, events, parked, message);
        parts.store().progress(id, events, events, parked);
        parts.store().end(id, ReplayStatus.State.DONE, digests, message);
    }

    /** Touches the tables of this replay alone. */
    private void fail(ReplayStatus.State state, String message) {
        try {
            parts.tables().drop(tables.next());
        } catch (RuntimeException e) {
            LOG.warn("the tables of replay {} stay until another one sweeps them", id, e);
        }
        try {
            parts.store().end(id, state, List.of(), message);
        } catch (RuntimeException e) {
            LOG.warn("the end of replay {} could not be written down; its lease runs out", id, e);
        }
    }

    private void report() {
        parked = parts.tables().parked(tables.next());
        parts.store().progress(id, events, total, parked);
        parts.store().insist(id);
    }
}
