package tidings.command.dispatch.stripes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.AggregateType;

/** All aggregates of one type: their repository, their cache and their command handlers. */
public final class AggregateHost<T> {

    private final AggregateAnnotationCommandHandler<T> handler;
    private final Cache<String, EventSourcedAggregate<T>> cache;

    /**
     * Reads the handlers off the aggregate's class.
     *
     * @param maxWeight the cache's bound, in the units of {@link AggregateType#weight()}
     */
    public AggregateHost(AggregateType<T> type, EventStore eventStore, Snapshots snapshots, long maxWeight) {
        ParameterResolverFactory parameters = parameters(type);
        AggregateModel<T> model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type.type(), parameters);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maxWeight)
                .weigher((String id, EventSourcedAggregate<T> aggregate) ->
                        Math.max(1, type.weight().applyAsInt(aggregate.getAggregateRoot())))
                .executor(Runnable::run)
                .build();
        EventSourcingRepository.Builder<T> repository = EventSourcingRepository.builder(type.type())
                .aggregateModel(model)
                .aggregateFactory(factoryOf(type, model))
                .eventStore(eventStore)
                .lockFactory(NullLockFactory.INSTANCE);
        this.handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type.type())
                .aggregateModel(model)
                .repository(new StripeRepository<>(repository, cache, type, snapshots))
                .commandTargetResolver(AggregateHost::target)
                .creationPolicyAggregateFactory(id -> type.create().apply((UUID) Objects.requireNonNull(id)))
                .build();
    }

    /** What the handlers of a type may ask for beyond the message: by their annotations, and the type's resources. */
    public static ParameterResolverFactory parameters(AggregateType<?> type) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type.type()),
                new SimpleResourceParameterResolverFactory(type.resources()));
    }

    /** How Axon makes the empty aggregates of a type. */
    public static <T> AggregateFactory<T> factoryOf(AggregateType<T> type, ParameterResolverFactory parameters) {
        return factoryOf(type, AnnotatedAggregateMetaModelFactory.inspectAggregate(type.type(), parameters));
    }

    private static <T> AggregateFactory<T> factoryOf(AggregateType<T> type, AggregateModel<T> model) {
        return new AbstractAggregateFactory<>(model) {
            @Override
            protected T doCreateAggregate(String id, DomainEventMessage firstEvent) {
                return type.create().apply(UUID.fromString(id));
            }
        };
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((AggregateCommand) message.getPayload()).aggregateId(), null);
    }

    boolean takes(CommandMessage<?> message) {
        return handler.canHandle(message);
    }

    Object handle(CommandMessage<?> message) throws Exception {
        return handler.handle(message);
    }

    long cachedVersion(UUID id) {
        EventSourcedAggregate<T> cached = cache.getIfPresent(id.toString());
        Long version = cached == null ? null : cached.version();
        return version == null ? -1 : version;
    }

    void evict(UUID id) {
        cache.invalidate(id.toString());
    }
}
