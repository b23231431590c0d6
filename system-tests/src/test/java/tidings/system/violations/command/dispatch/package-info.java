/** Breaks R14. */
@NullMarked
package tidings.system.violations.command.dispatch;

import org.jspecify.annotations.NullMarked;
