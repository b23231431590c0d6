/** Breaks R3. */
@NullMarked
package tidings.system.violations.load;

import org.jspecify.annotations.NullMarked;
