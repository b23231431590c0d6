/** The event loops as Lettuce takes them. */
@NullMarked
package tidings.gateway.loop.redis;

import org.jspecify.annotations.NullMarked;
