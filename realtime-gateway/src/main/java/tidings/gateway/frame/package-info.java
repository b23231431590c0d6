/** The frames of the socket protocol tidings.v1: their types, the strict reader and the writer. */
@NullMarked
package tidings.gateway.frame;

import org.jspecify.annotations.NullMarked;
