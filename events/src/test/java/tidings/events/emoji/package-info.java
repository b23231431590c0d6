/** Holds what counts as one emoji. */
@NullMarked
package tidings.events.emoji;

import org.jspecify.annotations.NullMarked;
