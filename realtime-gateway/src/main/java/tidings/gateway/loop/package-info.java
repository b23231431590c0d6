/** The event loops that everything of a gateway that talks over the network shares. */
@NullMarked
package tidings.gateway.loop;

import org.jspecify.annotations.NullMarked;
