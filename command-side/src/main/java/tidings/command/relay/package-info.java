/** Tails the event store and writes it to Kafka: in order per stream, at least once, never past what Kafka has. */
@NullMarked
package tidings.command.relay;

import org.jspecify.annotations.NullMarked;
