/** Imports conversations of other systems through the command side: again as often as need be, never twice. */
@NullMarked
package tidings.tools.imports;

import org.jspecify.annotations.NullMarked;
