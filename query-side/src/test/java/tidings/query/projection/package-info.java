/** Each event counts exactly once, whatever is delivered twice, late or broken. */
@NullMarked
package tidings.query.projection;

import org.jspecify.annotations.NullMarked;
