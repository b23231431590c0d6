/** Breaks R4 and R11. */
@NullMarked
package tidings.system.violations.query.chicken;

import org.jspecify.annotations.NullMarked;
