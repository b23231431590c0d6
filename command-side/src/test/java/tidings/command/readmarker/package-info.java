/** Tests of {@code tidings.command.readmarker}. */
@NullMarked
package tidings.command.readmarker;

import org.jspecify.annotations.NullMarked;
