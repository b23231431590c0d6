/** Makes the table of emoji out of a library's data, and holds it against them. */
@NullMarked
package tidings.tools.emoji;

import org.jspecify.annotations.NullMarked;
