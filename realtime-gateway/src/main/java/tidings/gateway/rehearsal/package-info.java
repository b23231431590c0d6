/** Plays a gateway's part before it opens, with stand-ins for everybody else, so that its code is compiled when guests come. */
@NullMarked
package tidings.gateway.rehearsal;

import org.jspecify.annotations.NullMarked;
