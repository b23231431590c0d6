package tidings.command.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;

/** Port of the feature whose events have keys of their own. Called on the thread that decides; does not block. */
@FunctionalInterface
public interface EventKeyFactory {

    EventKeys keysOf(DomainEventMessage<?> event);
}
