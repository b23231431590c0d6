/** Breaks R4, R7, R11 and R12. */
@NullMarked
package tidings.system.violations.query.egg;

import org.jspecify.annotations.NullMarked;
