/** What the views have seen, as the tool asks for it. */
@NullMarked
package tidings.query.comparison;

import org.jspecify.annotations.NullMarked;
