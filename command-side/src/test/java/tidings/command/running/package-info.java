/** Runs the whole command side in a test, against real servers, and speaks to it as a client does. */
@NullMarked
package tidings.command.running;

import org.jspecify.annotations.NullMarked;
