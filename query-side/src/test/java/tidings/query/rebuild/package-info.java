/** A replay makes the same tables. */
@NullMarked
package tidings.query.rebuild;

import org.jspecify.annotations.NullMarked;
