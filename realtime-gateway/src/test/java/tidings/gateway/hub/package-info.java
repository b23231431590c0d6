/** Order, duplicates and gaps of one channel. */
@NullMarked
package tidings.gateway.hub;

import org.jspecify.annotations.NullMarked;
