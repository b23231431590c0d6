/** Who is asking: verifies access tokens. */
@NullMarked
package tidings.query.identity;

import org.jspecify.annotations.NullMarked;
