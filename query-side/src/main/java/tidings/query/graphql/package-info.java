/** The public query interface. */
@NullMarked
package tidings.query.graphql;

import org.jspecify.annotations.NullMarked;
