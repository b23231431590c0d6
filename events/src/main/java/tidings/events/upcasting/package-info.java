/** Brings events of older revisions to the shape of today, so that readers know one shape only. */
@NullMarked
package tidings.events.upcasting;

import org.jspecify.annotations.NullMarked;
