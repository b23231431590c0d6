/** Builds all views anew from the event store while the present ones serve. */
@NullMarked
package tidings.query.rebuild;

import org.jspecify.annotations.NullMarked;
