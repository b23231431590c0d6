/** Events that the query side could not project: lists them, and has them tried again. */
@NullMarked
package tidings.tools.parked;

import org.jspecify.annotations.NullMarked;
