/** Who is signed in: sessions, their access and refresh tokens, and the tickets that open a socket. */
@NullMarked
package tidings.command.session;

import org.jspecify.annotations.NullMarked;
