/** What is found, by whom, and in which order. */
@NullMarked
package tidings.query.search;

import org.jspecify.annotations.NullMarked;
