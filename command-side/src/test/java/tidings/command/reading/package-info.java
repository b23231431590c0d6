/** Tests of {@code tidings.command.reading}. */
@NullMarked
package tidings.command.reading;

import org.jspecify.annotations.NullMarked;
