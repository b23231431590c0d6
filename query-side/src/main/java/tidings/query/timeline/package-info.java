/** The messages of a channel, with their earlier bodies, replies and reactions. */
@NullMarked
package tidings.query.timeline;

import org.jspecify.annotations.NullMarked;
