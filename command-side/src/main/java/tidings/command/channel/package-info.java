/** The consistency boundary of chat: every decision about a channel, its members and its messages. */
@NullMarked
package tidings.command.channel;

import org.jspecify.annotations.NullMarked;
