/** A client of the socket for Java programs: typed frames, commands with answers, and a connection that comes back. */
@NullMarked
package tidings.client;

import org.jspecify.annotations.NullMarked;
