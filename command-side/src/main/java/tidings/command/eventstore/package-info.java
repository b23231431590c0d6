/**
 * The event store in MySQL: group commit on the way in (ADR-0007), Axon's engine and plain queries on the way out.
 * The schema is documented in {@code db/command/V101__event_store.sql}.
 */
@NullMarked
package tidings.command.eventstore;

import org.jspecify.annotations.NullMarked;
