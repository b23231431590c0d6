/** The protocol graphql-transport-ws, right and wrong. */
@NullMarked
package tidings.query.socket;

import org.jspecify.annotations.NullMarked;
