/** What GraphQL shows, hides and refuses. */
@NullMarked
package tidings.query.graphql;

import org.jspecify.annotations.NullMarked;
