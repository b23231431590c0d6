/** Who is present on all gateways, from all devices of each person, shown to whoever shares a channel. */
@NullMarked
package tidings.gateway.presence;

import org.jspecify.annotations.NullMarked;
