/** Finds the administrative acts in the log. */
@NullMarked
package tidings.command.audit;

import org.jspecify.annotations.NullMarked;
