/** Who is asking: lets in by access tokens, and answers whoever is not let in. */
@NullMarked
package tidings.query.access;

import org.jspecify.annotations.NullMarked;
