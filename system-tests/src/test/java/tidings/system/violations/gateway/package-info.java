/** Breaks R3. */
@NullMarked
package tidings.system.violations.gateway;

import org.jspecify.annotations.NullMarked;
