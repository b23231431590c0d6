/** What happens in a channel: everything that its members can see, in one gap-free sequence. */
@NullMarked
package tidings.events.channel;

import org.jspecify.annotations.NullMarked;
