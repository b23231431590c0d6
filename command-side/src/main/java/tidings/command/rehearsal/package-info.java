/**
 * Plays the node's hot path before it opens, so that whoever comes first finds its code compiled. Leaves nothing behind.
 */
@NullMarked
package tidings.command.rehearsal;

import org.jspecify.annotations.NullMarked;
