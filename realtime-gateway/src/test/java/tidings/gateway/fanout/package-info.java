/** Tests of the fan-out on real Redis servers. */
@NullMarked
package tidings.gateway.fanout;

import org.jspecify.annotations.NullMarked;
