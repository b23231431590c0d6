/** Proves the command stream over a real socket. */
@NullMarked
package tidings.command.stream;

import org.jspecify.annotations.NullMarked;
