/** Who is present on all gateways, from all devices of each account, shown to those who share a channel with it. */
@NullMarked
package tidings.gateway.presence;

import org.jspecify.annotations.NullMarked;
