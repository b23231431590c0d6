/** Says who has to wait, and how long; it is counted once for all nodes (ADR-0022). */
@NullMarked
package tidings.command.throttle;

import org.jspecify.annotations.NullMarked;
