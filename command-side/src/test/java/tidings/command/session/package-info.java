/** Tests of {@code tidings.command.session}. */
@NullMarked
package tidings.command.session;

import org.jspecify.annotations.NullMarked;
