package tidings.command.dispatch.stripes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfiguration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;

/** Runs one command in a unit of work of Axon's and says what the aggregate decided. */
final class Aggregates {

    private static final Logger LOG = LoggerFactory.getLogger(Aggregates.class);

    /** A refusal leaves the aggregate as it was, and in the cache. */
    private static final RollbackConfiguration UNLESS_REFUSED =
            failure -> !(failure instanceof CommandRefusedException);

    private final List<AggregateHost<?>> hosts;
    private final EventStore eventStore;
    private final Map<Class<?>, AggregateHost<?>> hostByCommand = new ConcurrentHashMap<>();

    Aggregates(List<AggregateHost<?>> hosts, EventStore eventStore) {
        this.hosts = hosts;
        this.eventStore = eventStore;
    }

    Outcome decide(Decision decision) {
        PendingCommand command = decision.command();
        CommandMessage<?> message = message(command);
        DefaultUnitOfWork<CommandMessage<?>> unitOfWork = DefaultUnitOfWork.startAndGet(message);
        decision.attachTo(unitOfWork);
        ResultMessage<?> result =
                unitOfWork.executeWithResult(() -> hostOf(message).handle(message), UNLESS_REFUSED);
        return result.isExceptional() ? refusal(command, result.exceptionResult()) : (Outcome) result.getPayload();
    }

    void evict(AggregateCommand command) {
        AggregateHost<?> host = hostByCommand.get(command.getClass());
        if (host != null) {
            host.evict(command.aggregateId());
        }
    }

    /** The last sequence number that the store has of an aggregate, -1 where there is none. Blocks on the database. */
    long latest(UUID id) {
        return eventStore.lastSequenceNumberFor(id.toString()).orElse(-1L);
    }

    /** The version in the cache; -1 when it is not there. */
    long cachedVersion(AggregateCommand command) {
        AggregateHost<?> host = hostByCommand.get(command.getClass());
        return host == null ? -1 : host.cachedVersion(command.aggregateId());
    }

    private AggregateHost<?> hostOf(CommandMessage<?> message) {
        return hostByCommand.computeIfAbsent(
                message.getPayloadType(),
                type -> hosts.stream()
                        .filter(host -> host.takes(message))
                        .findFirst()
                        .orElseThrow(() -> new NoHandlerForCommandException(message)));
    }

    private static CommandMessage<?> message(PendingCommand command) {
        Map<String, Object> metaData = new HashMap<>();
        if (command.actor() != null) {
            metaData.put(AggregateType.ACTOR, command.actor());
        }
        if (command.attempt() > 0) {
            metaData.put(AggregateType.REPEATED, true);
        }
        return new GenericCommandMessage<>(command.command(), metaData);
    }

    private static Outcome refusal(PendingCommand command, Throwable failure) {
        return switch (failure) {
            case CommandRefusedException refused -> Rejections.of(refused);
            case AggregateNotFoundException ignored -> Rejections.notFound();
            case AxonException outage -> {
                LOG.warn("the event store cannot be read: {}", outage.toString());
                yield Rejections.unavailable("the event store did not answer");
            }
            default -> {
                LOG.warn(
                        "a {} could not be decided",
                        command.command().getClass().getSimpleName(),
                        failure);
                yield Rejections.unavailable("it could not be decided");
            }
        };
    }
}
