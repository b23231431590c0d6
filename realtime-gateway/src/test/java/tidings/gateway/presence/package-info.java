/** Tests of presence, in virtual time. */
@NullMarked
package tidings.gateway.presence;

import org.jspecify.annotations.NullMarked;
