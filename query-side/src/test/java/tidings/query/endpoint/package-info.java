/** GraphQL over HTTP, right and wrong. */
@NullMarked
package tidings.query.endpoint;

import org.jspecify.annotations.NullMarked;
