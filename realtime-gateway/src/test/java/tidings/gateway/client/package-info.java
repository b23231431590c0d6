/** A WebSocket client that records what it gets. */
@NullMarked
package tidings.gateway.client;

import org.jspecify.annotations.NullMarked;
