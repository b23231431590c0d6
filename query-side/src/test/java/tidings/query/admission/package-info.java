/** What one account may have under way. */
@NullMarked
package tidings.query.admission;

import org.jspecify.annotations.NullMarked;
