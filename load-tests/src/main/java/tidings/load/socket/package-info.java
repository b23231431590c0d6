/** A client's WebSocket: upgrade, hello, frames in and out, on Netty. */
@NullMarked
package tidings.load.socket;

import org.jspecify.annotations.NullMarked;
