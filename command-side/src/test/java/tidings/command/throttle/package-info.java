/** Throttles against a real database. */
@NullMarked
package tidings.command.throttle;

import org.jspecify.annotations.NullMarked;
