/** How much one account may do, and one channel may take, whichever door it comes through (ADR-0022). */
@NullMarked
package tidings.command.limits;

import org.jspecify.annotations.NullMarked;
