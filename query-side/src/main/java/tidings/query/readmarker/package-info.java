/** How far everybody has read, and what is unread. */
@NullMarked
package tidings.query.readmarker;

import org.jspecify.annotations.NullMarked;
