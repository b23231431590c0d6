package tidings.command.eventstore;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots, one after the other, on a thread of its own. When too many wait, as while the database
 * stands still, further ones are left out: a later one does as well.
 */
public final class SnapshotWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);
    private static final int MOST_WAITING = 100;

    private final EventStore store;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    public SnapshotWriter(EventStore store) {
        this.store = store;
    }

    /**
     * Copies an aggregate on the thread that decides, where it stands still.
     *
     * @param seq of its last event
     * @return writes the copy later, without waiting
     */
    public Runnable take(SnapshotType<?, ?> type, Object aggregate, String id, long seq) {
        DomainEventMessage<?> snapshot = new GenericDomainEventMessage<>(type.name(), id, seq, type.takeOf(aggregate));
        return () -> thread.execute(() -> write(snapshot));
    }

    /** Writes those that wait, and ends. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(DomainEventMessage<?> snapshot) {
        try {
            store.storeSnapshot(snapshot);
        } catch (RuntimeException | Error e) {
            // the thread goes on; a later snapshot does as well
            LOG.warn(
                    "a snapshot of {} {} could not be written",
                    snapshot.getType(),
                    snapshot.getAggregateIdentifier(),
                    e);
        }
    }
}
