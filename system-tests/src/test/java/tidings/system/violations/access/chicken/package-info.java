/** Breaks R4 together with the egg. */
@NullMarked
package tidings.system.violations.access.chicken;

import org.jspecify.annotations.NullMarked;
