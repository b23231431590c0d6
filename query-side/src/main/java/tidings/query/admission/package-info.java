/** How much one account or one address may have under way, so that nobody slows another. */
@NullMarked
package tidings.query.admission;

import org.jspecify.annotations.NullMarked;
