/** Breaks R5, R6 and R10. */
@NullMarked
package tidings.system.violations.command.hen;

import org.jspecify.annotations.NullMarked;
