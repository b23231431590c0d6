/** Whether this gateway can do its work. */
@NullMarked
package tidings.gateway.health;

import org.jspecify.annotations.NullMarked;
