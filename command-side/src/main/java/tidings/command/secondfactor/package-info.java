/** Asks for a one-time password beside the password. */
@NullMarked
package tidings.command.secondfactor;

import org.jspecify.annotations.NullMarked;
