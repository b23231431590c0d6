/** Tests of {@code tidings.command.account.registration}. */
@NullMarked
package tidings.command.account.registration;

import org.jspecify.annotations.NullMarked;
