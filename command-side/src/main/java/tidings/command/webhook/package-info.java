/** Lets other systems post into a channel by an address of its own. */
@NullMarked
package tidings.command.webhook;

import org.jspecify.annotations.NullMarked;
