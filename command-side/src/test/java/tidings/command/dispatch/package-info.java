/** Proves the dispatcher's promises. */
@NullMarked
package tidings.command.dispatch;

import org.jspecify.annotations.NullMarked;
