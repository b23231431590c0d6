/** The command side: decides, records what happened, and sends it on its way. */
@NullMarked
package tidings.command;

import org.jspecify.annotations.NullMarked;
