/** Breaks R14. */
@NullMarked
package tidings.system.violations.command.dispatch.stripes;

import org.jspecify.annotations.NullMarked;
