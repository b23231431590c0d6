/** Turns the log into view tables: rows and position in one transaction, each event applied once. */
@NullMarked
package tidings.query.projection;

import org.jspecify.annotations.NullMarked;
