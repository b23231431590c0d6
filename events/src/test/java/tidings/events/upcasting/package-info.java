/** Older events get today's shape. */
@NullMarked
package tidings.events.upcasting;

import org.jspecify.annotations.NullMarked;
