/** Plays the hot path before the node opens, so that the machine code is there when the first messages come. */
@NullMarked
package tidings.query.rehearsal;

import org.jspecify.annotations.NullMarked;
