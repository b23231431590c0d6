/** One list of forged access tokens, held against every door. */
@NullMarked
package tidings.system.tokens;

import org.jspecify.annotations.NullMarked;
