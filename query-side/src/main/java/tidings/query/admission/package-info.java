/** How much one account or one address may have under way, so that one caller does not slow another. */
@NullMarked
package tidings.query.admission;

import org.jspecify.annotations.NullMarked;
