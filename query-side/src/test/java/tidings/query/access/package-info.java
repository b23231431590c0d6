/** Which tokens count. */
@NullMarked
package tidings.query.access;

import org.jspecify.annotations.NullMarked;
