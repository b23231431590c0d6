/** Breaks R3. */
@NullMarked
package tidings.system.violations.query;

import org.jspecify.annotations.NullMarked;
