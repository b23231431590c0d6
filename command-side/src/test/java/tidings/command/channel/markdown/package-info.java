/** Tests of {@code tidings.command.channel.markdown}. */
@NullMarked
package tidings.command.channel.markdown;

import org.jspecify.annotations.NullMarked;
