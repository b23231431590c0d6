/** The one reader of events. */
@NullMarked
package tidings.events.log;

import org.jspecify.annotations.NullMarked;
