/** Breaks R8. */
@NullMarked
package tidings.system.violations.gateway.hub;

import org.jspecify.annotations.NullMarked;
