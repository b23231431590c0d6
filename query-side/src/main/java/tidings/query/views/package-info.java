/** How the view tables name themselves and store ids. */
@NullMarked
package tidings.query.views;

import org.jspecify.annotations.NullMarked;
