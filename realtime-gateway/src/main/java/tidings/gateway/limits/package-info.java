/** How much a user, a channel and an address may do: local buckets, corrected by what all gateways count in Redis. */
@NullMarked
package tidings.gateway.limits;

import org.jspecify.annotations.NullMarked;
