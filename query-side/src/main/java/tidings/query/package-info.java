/** Remembers: projects the event log into view tables and answers queries over GraphQL. */
@NullMarked
package tidings.query;

import org.jspecify.annotations.NullMarked;
