/** Conversations over a recording socket. */
@NullMarked
package tidings.gateway.session;

import org.jspecify.annotations.NullMarked;
