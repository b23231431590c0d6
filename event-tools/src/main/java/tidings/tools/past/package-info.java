/** Looks back: a channel as it stood at a moment, folded from the log. */
@NullMarked
package tidings.tools.past;

import org.jspecify.annotations.NullMarked;
