/** The events keep their JSON, and their ids their spelling. */
@NullMarked
package tidings.events;

import org.jspecify.annotations.NullMarked;
