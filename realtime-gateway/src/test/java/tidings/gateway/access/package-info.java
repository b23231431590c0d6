/** Which tokens are let in. */
@NullMarked
package tidings.gateway.access;

import org.jspecify.annotations.NullMarked;
