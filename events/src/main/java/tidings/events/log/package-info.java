/** Reads events out of what carries them: Kafka's records and the lines of the command side's feed. */
@NullMarked
package tidings.events.log;

import org.jspecify.annotations.NullMarked;
