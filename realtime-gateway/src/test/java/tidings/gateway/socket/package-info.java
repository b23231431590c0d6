/** The pipeline: handshakes, bounds, close codes, shared frames. */
@NullMarked
package tidings.gateway.socket;

import org.jspecify.annotations.NullMarked;
