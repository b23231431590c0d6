/** Proves the relay against a real Kafka. */
@NullMarked
package tidings.command.relay;

import org.jspecify.annotations.NullMarked;
