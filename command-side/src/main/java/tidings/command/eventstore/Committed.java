package tidings.command.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event that has just become durable.
 *
 * @param index its place in the log
 */
public record Committed(long index, DomainEventMessage<?> message) {}
