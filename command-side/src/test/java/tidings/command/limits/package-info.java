/** Tests of {@code tidings.command.limits}. */
@NullMarked
package tidings.command.limits;

import org.jspecify.annotations.NullMarked;
