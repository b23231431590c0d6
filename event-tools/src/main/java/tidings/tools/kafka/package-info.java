/** Reads what the relay has written to Kafka. */
@NullMarked
package tidings.tools.kafka;

import org.jspecify.annotations.NullMarked;
