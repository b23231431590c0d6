/** The door for subscriptions: WebSockets by the protocol graphql-transport-ws. */
@NullMarked
package tidings.query.socket;

import org.jspecify.annotations.NullMarked;
