/** Tests of {@code tidings.command.apitoken}. */
@NullMarked
package tidings.command.apitoken;

import org.jspecify.annotations.NullMarked;
