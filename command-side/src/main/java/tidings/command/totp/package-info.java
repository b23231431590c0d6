/** Asks for a one-time password beside the password. */
@NullMarked
package tidings.command.totp;

import org.jspecify.annotations.NullMarked;
