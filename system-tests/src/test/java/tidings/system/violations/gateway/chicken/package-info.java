/** Breaks R4 together with the egg. */
@NullMarked
package tidings.system.violations.gateway.chicken;

import org.jspecify.annotations.NullMarked;
