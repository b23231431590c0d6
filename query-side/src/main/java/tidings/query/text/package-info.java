/** How text is taken apart so that what people type meets what people wrote. */
@NullMarked
package tidings.query.text;

import org.jspecify.annotations.NullMarked;
