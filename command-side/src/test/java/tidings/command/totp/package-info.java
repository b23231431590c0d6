/** Proves the one-time passwords against their RFCs. */
@NullMarked
package tidings.command.totp;

import org.jspecify.annotations.NullMarked;
