package tidings.query.rebuild;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.query.kafka.LogTail;
import tidings.query.projection.Advance;
import tidings.query.views.ViewTables;

/**
 * One replay (ADR 0052): notes where Kafka ends, builds new tables from the event store, follows Kafka from the noted
 * offsets until nearly level, and lets the new tables take over in one statement. Whatever the event store showed too
 * late is in Kafka after the noted offsets; whatever is in both counts once, by its seq.
 */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int PATIENCE = 150;
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final UUID id;
    private final ReplayParts parts;
    private long events;
    private long total;

    Replay(UUID id, ReplayParts parts) {
        this.id = id;
        this.parts = parts;
    }

    /** Runs to its end, whatever comes; the store tells how it went. */
    void run() {
        try {
            LOG.info("replay {} begins", id);
            Map<Integer, Long> ends = parts.tail().ends();
            parts.tables().create();
            fromEventStore();
            fromKafka(ends);
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        } catch (IOException | RuntimeException e) {
            LOG.warn("replay {} failed", id, e);
            fail(e.toString());
        }
    }

    /** Reads a page while the one before is applied. */
    private void fromEventStore() throws IOException, InterruptedException {
        EventFeed.Page page = parts.feed().read(-1);
        while (!page.records().isEmpty()) {
            long last = page.last();
            CompletableFuture<EventFeed.Page> next = CompletableFuture.supplyAsync(() -> ahead(last), parts.reader());
            parts.projector().apply(ShadowTablesStore.NEXT, Advance.NONE, page.records());
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

    private void fromKafka(Map<Integer, Long> ends) {
        try (LogTail.Follower follower = parts.tail().follow(ShadowTablesStore.NEXT, ends)) {
            for (int turn = 0; follower.turn() > parts.levelLag() || isBehind(); turn++) {
                report();
                if (turn > PATIENCE && isBehind()) {
                    throw new IllegalStateException("the event store lacks what the live views have seen");
                }
            }
            parts.tables().takeOver();
        }
    }

    /** Whether the new tables lack what the live ones have had for a while: then they must not take over. */
    private boolean isBehind() {
        long settled = parts.clock().millis() - SETTLED.toMillis();
        return parts.tables().behind(ShadowTablesStore.NEXT, ViewTables.LIVE, parts.levelLag(), settled) > 0;
    }

    private void finish() {
        List<DigestQueries.Comparison> digests = parts.digests().compare(ShadowTablesStore.OLD, ViewTables.LIVE);
        parts.tables().drop(ShadowTablesStore.OLD);
        long different = digests.stream()
                .filter(digest -> !digest.before().equals(digest.after()))
                .count();
        LOG.info("replay {} is done: {} events, {} of {} tables differ", id, events, different, digests.size());
        parts.store().progress(id, events, events);
        parts.store().end(id, ReplayStatus.State.DONE, digests, different == 0 ? null : different + " tables differ");
    }

    private void fail(String message) {
        parts.tables().drop(ShadowTablesStore.NEXT);
        parts.store().end(id, ReplayStatus.State.FAILED, List.of(), message);
    }

    private void report() {
        parts.store().progress(id, events, total);
        if (!parts.store().holds(id)) {
            throw new IllegalStateException("another replay has taken over");
        }
    }
}
