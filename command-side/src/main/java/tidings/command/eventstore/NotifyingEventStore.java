package tidings.command.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store, which hands its streams what the committer has committed: no reader is woken when a unit of work ends,
 * nor reads back what this node has just written (ADR-0012).
 */
public final class NotifyingEventStore extends EmbeddedEventStore {

    private final GroupCommitEngine engine;
    private final Duration fetchDelay;
    private final List<LogStream> streams = new CopyOnWriteArrayList<>();

    private NotifyingEventStore(Builder builder, GroupCommitEngine engine, Duration fetchDelay) {
        super(builder);
        this.engine = engine;
        this.fetchDelay = fetchDelay;
    }

    public static NotifyingEventStore create(GroupCommitEngine engine, StoreProperties properties) {
        return new NotifyingEventStore(
                EmbeddedEventStore.builder().storageEngine(engine), engine, properties.fetchDelay());
    }

    /** New events are on disk; without any where their places are not known. */
    public void committed(List<Committed> events) {
        streams.forEach(stream -> stream.handOver(events));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken position) {
        LogStream stream = stream(position);
        streams.add(stream);
        return stream;
    }

    private LogStream stream(@Nullable TrackingToken position) {
        return new LogStream(position, engine::readLog, fetchDelay, streams::remove);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        // nothing is committed yet when a unit of work ends
    }
}
