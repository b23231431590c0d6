/** Makes random secrets, of which the database keeps the digest only. */
@NullMarked
package tidings.command.secret;

import org.jspecify.annotations.NullMarked;
