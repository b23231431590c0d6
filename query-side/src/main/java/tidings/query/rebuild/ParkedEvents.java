package tidings.query.rebuild;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tidings.events.log.LogRecord;
import tidings.events.log.Origin;
import tidings.query.kafka.LogTail;
import tidings.query.projection.ParkedEventStore;
import tidings.query.projection.PositionMovedException;
import tidings.query.projection.Projector;
import tidings.query.views.ViewTables;

/** Blocked streams, and trying them again: their events are read once more from where they came from. */
@Component
final class ParkedEvents {

    private static final int MOST_TRIES = 5;

    private final ParkedEventStore store;
    private final Projector projector;
    private final LogTail tail;
    private final EventFeed feed;

    ParkedEvents(ParkedEventStore store, Projector projector, LogTail tail, EventFeed feed) {
        this.store = store;
        this.projector = projector;
        this.tail = tail;
        this.feed = feed;
    }

    /**
     * What became of a stream.
     *
     * @param applied events that went through
     * @param parked events that are still parked
     */
    record Retried(UUID streamId, int applied, int parked) {}

    List<ParkedEventStore.Blocked> blocked(int limit) {
        return store.blocked(limit);
    }

    /**
     * Tries all of a stream's parked events again.
     *
     * @throws IllegalStateException when one of them can no longer be read: then only a replay helps
     */
    Retried retry(UUID streamId) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            List<LogRecord> records = read(store.origins(ViewTables.LIVE, streamId));
            try {
                int applied = projector.applyAgain(ViewTables.LIVE, streamId, records);
                return new Retried(
                        streamId,
                        applied,
                        store.origins(ViewTables.LIVE, streamId).size());
            } catch (PositionMovedException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private List<LogRecord> read(List<Origin> origins) throws IOException, InterruptedException {
        List<LogRecord> records = new ArrayList<>(origins.size());
        for (Origin origin : origins) {
            Optional<LogRecord> record =
                    origin.isFeed() ? feed.at(origin.offset()) : tail.read(origin.partition(), origin.offset());
            records.add(record.orElseThrow(() -> new IllegalStateException(
                    "the log no longer holds the event at " + origin + ": a replay is needed")));
        }
        return records;
    }
}
