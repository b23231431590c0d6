/** A client of the public interfaces, as anybody could write it: REST, GraphQL and the socket, with resume and resend. */
@NullMarked
package tidings.system.client;

import org.jspecify.annotations.NullMarked;
