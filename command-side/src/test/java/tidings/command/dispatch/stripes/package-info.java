/** Proves the dispatcher's promises. */
@NullMarked
package tidings.command.dispatch.stripes;

import org.jspecify.annotations.NullMarked;
