/** Breaks R3. */
@NullMarked
package tidings.system.violations.command;

import org.jspecify.annotations.NullMarked;
