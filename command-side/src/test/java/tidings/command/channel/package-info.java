/** Every decision of a channel, accepted and refused. */
@NullMarked
package tidings.command.channel;

import org.jspecify.annotations.NullMarked;
