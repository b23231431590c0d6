/** Broadcasts between gateways through Redis: pub/sub topics and a short replay buffer per channel. */
@NullMarked
package tidings.gateway.fanout;

import org.jspecify.annotations.NullMarked;
