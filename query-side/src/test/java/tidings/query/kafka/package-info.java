/** How the log is read. */
@NullMarked
package tidings.query.kafka;

import org.jspecify.annotations.NullMarked;
