/** The network side: Netty's pipeline, the upgrade, shared frames, coalesced writes, draining. */
@NullMarked
package tidings.gateway.socket;

import org.jspecify.annotations.NullMarked;
