/** Publishes read markers on their compacted topic. */
@NullMarked
package tidings.command.reading.kafka;

import org.jspecify.annotations.NullMarked;
