/** Proves the one-time passwords against their RFCs. */
@NullMarked
package tidings.command.secondfactor;

import org.jspecify.annotations.NullMarked;
