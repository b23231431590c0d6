/** Who is who. */
@NullMarked
package tidings.query.accounts;

import org.jspecify.annotations.NullMarked;
