package tidings.command.store;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, whose readers are woken when a batch has been committed instead of when a unit of work ends. */
public final class WakingEventStore extends EmbeddedEventStore {

    private WakingEventStore(Builder builder) {
        super(builder);
    }

    public static WakingEventStore create(GroupCommitEngine engine, StoreProperties properties) {
        return new WakingEventStore(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(properties.fetchDelay().toMillis())
                .timeUnit(TimeUnit.MILLISECONDS));
    }

    /** New events are on disk: whoever follows the log may read them. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        // nothing is committed yet when a unit of work ends
    }
}
