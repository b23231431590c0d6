/** Who is at the other end of a socket: access tokens and single-use tickets. */
@NullMarked
package tidings.gateway.access;

import org.jspecify.annotations.NullMarked;
