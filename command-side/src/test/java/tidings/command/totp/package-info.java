/** Proves one-time passwords against their RFCs and over HTTP. */
@NullMarked
package tidings.command.totp;

import org.jspecify.annotations.NullMarked;
