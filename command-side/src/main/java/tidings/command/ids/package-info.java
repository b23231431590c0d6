/** The one place where new ids come from. */
@NullMarked
package tidings.command.ids;

import org.jspecify.annotations.NullMarked;
