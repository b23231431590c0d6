/** The connections to the command nodes, and which of them a channel prefers. */
@NullMarked
package tidings.gateway.node;

import org.jspecify.annotations.NullMarked;
