/** The door for queries over HTTP, by the specification GraphQL over HTTP. */
@NullMarked
package tidings.query.endpoint;

import org.jspecify.annotations.NullMarked;
