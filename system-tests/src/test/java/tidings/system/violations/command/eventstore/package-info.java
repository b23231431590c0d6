/** Breaks R14. */
@NullMarked
package tidings.system.violations.command.eventstore;

import org.jspecify.annotations.NullMarked;
