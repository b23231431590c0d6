/** Finds messages by words of every language. */
@NullMarked
package tidings.query.search;

import org.jspecify.annotations.NullMarked;
