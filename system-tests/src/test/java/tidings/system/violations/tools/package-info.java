/** Breaks R3. */
@NullMarked
package tidings.system.violations.tools;

import org.jspecify.annotations.NullMarked;
