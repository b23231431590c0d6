package tidings.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tidings.events.log.LogEvent;
import tidings.events.log.LogRecord;
import tidings.events.log.UnreadableRecord;
import tidings.query.views.ViewTables;

/**
 * Applies records of the log to a set of view tables: rows and positions in one transaction, so that each event
 * counts exactly once whatever is delivered twice (ADR-0029).
 */
@Component
public final class Projector {

    private final TransactionTemplate transaction;
    private final List<Projection> projections;
    private final StreamHeadStore heads;
    private final PositionStore positions;
    private final ParkedEventStore parked;
    private final ProjectionProgress progress;
    private final PoisonEventDetector detector = new PoisonEventDetector();

    Projector(
            PlatformTransactionManager transactions,
            List<Projection> projections,
            StreamHeadStore heads,
            PositionStore positions,
            ParkedEventStore parked,
            ProjectionProgress progress) {
        this.transaction = new TransactionTemplate(transactions);
        this.projections = List.copyOf(projections);
        this.heads = heads;
        this.positions = positions;
        this.parked = parked;
        this.progress = progress;
    }

    /**
     * Commits all of the batch or nothing. What one stream's events make impossible parks that stream alone.
     *
     * @return how many events changed the views
     * @throws PositionMovedException when the caller no longer owns a partition
     * @throws SeqGapException when a stream's predecessor is missing
     */
    public int apply(ViewTables tables, PositionUpdate update, List<LogRecord> records) {
        EventBatch applied;
        try {
            applied = inTransaction(tables, update, records, false);
        } catch (RuntimeException e) {
            if (!ErrorClassifier.isCausedByEvent(e)) {
                throw e;
            }
            applied = inTransaction(tables, update, records, true);
        }
        return applied.events().size();
    }

    private EventBatch inTransaction(
            ViewTables tables, PositionUpdate update, List<LogRecord> records, boolean oneByOne) {
        EventBatch result = transaction.execute(status -> {
            positions.advance(tables, update);
            EventBatch fresh = new EventBatch(fresh(tables, records));
            EventBatch applied = oneByOne ? eachStreamAlone(tables, fresh, status) : project(tables, fresh);
            if (tables.equals(ViewTables.LIVE)) {
                progress.movesWithCommit(streams(applied.events()));
            }
            return applied;
        });
        return result == null ? new EventBatch(List.of()) : result;
    }

    private EventBatch project(ViewTables tables, EventBatch batch) {
        if (!batch.events().isEmpty()) {
            projections.forEach(projection -> projection.apply(batch, tables));
        }
        return batch;
    }

    /** Drops what is known, parks what is poisoned, insists on the successor. */
    private List<LogEvent> fresh(ViewTables tables, List<LogRecord> records) {
        Set<UUID> streams = streams(records);
        // first, for it waits for the transaction that frees one of the streams
        Set<UUID> blocked = heads.blocked(tables, streams);
        Map<UUID, Long> last = heads.of(tables, streams);
        List<LogEvent> fresh = new ArrayList<>(records.size());
        for (LogRecord record : records) {
            switch (record) {
                case UnreadableRecord poison -> parkUnlessKnown(tables, poison, last, blocked);
                case LogEvent event -> {
                    if (isNext(tables, event, last, blocked)) {
                        fresh.add(event);
                    }
                }
            }
        }
        return fresh;
    }

    private void parkUnlessKnown(ViewTables tables, UnreadableRecord poison, Map<UUID, Long> last, Set<UUID> blocked) {
        Long seq = poison.seq();
        UUID stream = poison.streamId();
        if (stream != null && seq != null && seq <= last.getOrDefault(stream, -1L)) {
            return;
        }
        parked.park(tables, poison);
        if (stream != null) {
            blocked.add(stream);
        }
    }

    private boolean isNext(ViewTables tables, LogEvent event, Map<UUID, Long> last, Set<UUID> blocked) {
        UUID stream = event.recorded().streamId();
        long seq = event.recorded().seq();
        long head = last.getOrDefault(stream, -1L);
        if (seq <= head) {
            return false;
        }
        if (blocked.contains(stream)) {
            parked.park(tables, event, "its stream is blocked");
            return false;
        }
        if (seq > head + 1) {
            throw new SeqGapException(event, head);
        }
        last.put(stream, seq);
        return true;
    }

    /**
     * Tries the parked events of a stream again, in one transaction: it is free afterwards, or parked again from where it
     * still fails.
     *
     * @param records all that is parked of the stream, in order
     * @return how many events went through
     */
    public int applyAgain(ViewTables tables, UUID streamId, List<LogRecord> records) {
        Integer applied = transaction.execute(status -> {
            parked.release(tables, streamId, records.size());
            EventBatch batch = new EventBatch(fresh(tables, records));
            FailedEvents failed = new FailedEvents();
            List<LogEvent> through = upToTheFailure(tables, batch, status, failed);
            failed.all().forEach(event -> parked.park(tables, event));
            progress.movesWithCommit(streams(through));
            return through.size();
        });
        return applied == null ? 0 : applied;
    }

    /** The slow way, after a batch was refused: finds out which stream has a poison event and parks it. */
    private EventBatch eachStreamAlone(ViewTables tables, EventBatch batch, TransactionStatus status) {
        List<LogEvent> applied = new ArrayList<>();
        FailedEvents failed = new FailedEvents();
        for (UUID stream : streams(batch.events())) {
            EventBatch part = batch.ofStream(stream);
            Object savepoint = status.createSavepoint();
            try {
                project(tables, part);
                applied.addAll(part.events());
            } catch (RuntimeException e) {
                if (!ErrorClassifier.isCausedByEvent(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                applied.addAll(upToTheFailure(tables, part, status, failed));
            }
        }
        if (!detector.arePoison(tables.suffix(), failed, !applied.isEmpty())) {
            throw failed.all().getFirst().refusal();
        }
        failed.all().forEach(event -> parked.park(tables, event));
        return new EventBatch(applied);
    }

    private List<LogEvent> upToTheFailure(
            ViewTables tables, EventBatch part, TransactionStatus status, FailedEvents failed) {
        List<LogEvent> applied = new ArrayList<>();
        for (LogEvent event : part.events()) {
            Object savepoint = status.createSavepoint();
            try {
                project(tables, new EventBatch(List.of(event)));
                applied.add(event);
            } catch (RuntimeException e) {
                if (!ErrorClassifier.isCausedByEvent(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(savepoint);
                long seq = event.recorded().seq();
                List<LogEvent> later = part.events().stream()
                        .filter(other -> other.recorded().seq() > seq)
                        .toList();
                failed.add(new FailedEvent(event, e, later));
                break;
            }
        }
        return applied;
    }

    private static Set<UUID> streams(List<? extends LogRecord> records) {
        Set<UUID> streams = new LinkedHashSet<>();
        for (LogRecord record : records) {
            UUID stream = record instanceof LogEvent event
                    ? event.recorded().streamId()
                    : ((UnreadableRecord) record).streamId();
            if (stream != null) {
                streams.add(stream);
            }
        }
        return streams;
    }
}
