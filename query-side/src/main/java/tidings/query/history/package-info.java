/** Every event of a channel, and the channel as it stood after any of them. */
@NullMarked
package tidings.query.history;

import org.jspecify.annotations.NullMarked;
