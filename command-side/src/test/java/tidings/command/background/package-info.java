/** Kills the background tasks of a running node. */
@NullMarked
package tidings.command.background;

import org.jspecify.annotations.NullMarked;
