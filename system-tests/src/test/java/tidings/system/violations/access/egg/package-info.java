/** Breaks R4 together with the chicken. */
@NullMarked
package tidings.system.violations.access.egg;

import org.jspecify.annotations.NullMarked;
