/** Breaks R4 together with the egg. */
@NullMarked
package tidings.system.violations.load.chicken;

import org.jspecify.annotations.NullMarked;
