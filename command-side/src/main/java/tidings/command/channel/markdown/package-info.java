/** Reads a body as its readers see it: whether it shows anything, and whom it mentions. */
@NullMarked
package tidings.command.channel.markdown;

import org.jspecify.annotations.NullMarked;
