/** An HTTP edge that keeps features in itself. */
@NullMarked
package tidings.system.violations.command.web;

import org.jspecify.annotations.NullMarked;
