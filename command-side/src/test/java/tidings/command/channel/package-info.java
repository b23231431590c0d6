/** Every decision of a channel, accepted and refused, in the aggregate and over HTTP. */
@NullMarked
package tidings.command.channel;

import org.jspecify.annotations.NullMarked;
