/** Breaks R4 together with the chicken. */
@NullMarked
package tidings.system.violations.launcher.egg;

import org.jspecify.annotations.NullMarked;
