/** Tests of {@code tidings.command.account}. */
@NullMarked
package tidings.command.account;

import org.jspecify.annotations.NullMarked;
