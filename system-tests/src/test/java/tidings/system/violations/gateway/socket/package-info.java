/** Breaks R9. */
@NullMarked
package tidings.system.violations.gateway.socket;

import org.jspecify.annotations.NullMarked;
