/** Publishes read markers on their compacted topic. */
@NullMarked
package tidings.command.readmarker.kafka;

import org.jspecify.annotations.NullMarked;
