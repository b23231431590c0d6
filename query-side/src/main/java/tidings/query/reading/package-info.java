/** How far everybody has read, and what is unread. */
@NullMarked
package tidings.query.reading;

import org.jspecify.annotations.NullMarked;
