/** Reads the log from Kafka, from the position that the views themselves remember. */
@NullMarked
package tidings.query.kafka;

import org.jspecify.annotations.NullMarked;
