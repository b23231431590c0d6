/** Breaks R3. */
@NullMarked
package tidings.system.violations.launcher;

import org.jspecify.annotations.NullMarked;
