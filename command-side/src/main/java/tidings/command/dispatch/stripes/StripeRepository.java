package tidings.command.dispatch.stripes;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import tidings.command.dispatch.AggregateType;

/**
 * Keeps aggregates in a bounded cache, where they may be ahead of the store by what is under way. An aggregate is only
 * ever touched by its own stripe, so there are no locks.
 */
final class StripeRepository<T> extends EventSourcingRepository<T> {

    private static final String VERSION_BEFORE = StripeRepository.class.getName();

    private final Cache<String, EventSourcedAggregate<T>> cache;
    private final AggregateType<T> type;
    private final Snapshots snapshots;

    StripeRepository(
            Builder<T> builder,
            Cache<String, EventSourcedAggregate<T>> cache,
            AggregateType<T> type,
            Snapshots snapshots) {
        super(builder);
        this.cache = cache;
        this.type = type;
        this.snapshots = snapshots;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
        CurrentUnitOfWork.get().onRollback(unitOfWork -> cache.invalidate(id));
        EventSourcedAggregate<T> cached = cache.getIfPresent(id);
        if (cached == null) {
            return from(super.doLoadWithLock(id, expectedVersion));
        }
        Decision.current().basedOnCached(cached.version());
        return from(cached);
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        EventSourcedAggregate<T> created = super.doCreateNewForLock(factoryMethod);
        CurrentUnitOfWork.get().onRollback(unitOfWork -> cache.invalidate(created.identifierAsString()));
        return created;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        // one that was refused its first event does not exist
        Long version = aggregate.version();
        if (version != null) {
            cache.put(aggregate.identifierAsString(), aggregate);
            long before = CurrentUnitOfWork.get().getOrDefaultResource(VERSION_BEFORE, -1L);
            T root = aggregate.getAggregateRoot();
            int weight = type.weight().applyAsInt(root);
            snapshots.grown(
                    root, aggregate.identifierAsString(), before, version, weight, Decision.current()::onceDurable);
        }
    }

    private static <T> EventSourcedAggregate<T> from(EventSourcedAggregate<T> aggregate) {
        Long version = aggregate.version();
        CurrentUnitOfWork.get().resources().put(VERSION_BEFORE, version == null ? -1L : version);
        return aggregate;
    }
}
