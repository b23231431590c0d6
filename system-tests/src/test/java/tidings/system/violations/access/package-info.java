/** Breaks R3. */
@NullMarked
package tidings.system.violations.access;

import org.jspecify.annotations.NullMarked;
