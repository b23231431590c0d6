/** Looks back: a channel as it stood at a moment, folded from the log. */
@NullMarked
package tidings.tools.asof;

import org.jspecify.annotations.NullMarked;
