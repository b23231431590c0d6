/** Which tokens count. */
@NullMarked
package tidings.query.identity;

import org.jspecify.annotations.NullMarked;
