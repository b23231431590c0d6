/** Breaks R1 and R2. */
@NullMarked
package tidings.system.violations.events;

import org.jspecify.annotations.NullMarked;
