/** Tests of {@code tidings.command.feed}. */
@NullMarked
package tidings.command.feed;

import org.jspecify.annotations.NullMarked;
