/** Tests of {@code tidings.command.account.password}. */
@NullMarked
package tidings.command.account.password;

import org.jspecify.annotations.NullMarked;
