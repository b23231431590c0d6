/** Tests of what a gateway says of itself and of what must go on. */
@NullMarked
package tidings.gateway.health;

import org.jspecify.annotations.NullMarked;
