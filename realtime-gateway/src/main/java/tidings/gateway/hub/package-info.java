/** Per channel, the sessions connected here: duplicates dropped, gaps filled, every session in order. */
@NullMarked
package tidings.gateway.hub;

import org.jspecify.annotations.NullMarked;
