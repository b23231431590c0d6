/** Tests of the rate limits. */
@NullMarked
package tidings.gateway.limits;

import org.jspecify.annotations.NullMarked;
