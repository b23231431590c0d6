/** What belongs to the command node as a whole. */
@NullMarked
package tidings.command;

import org.jspecify.annotations.NullMarked;
