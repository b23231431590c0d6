/** What an aggregate of another feature should not know. */
@NullMarked
package tidings.system.violations.command.barn;

import org.jspecify.annotations.NullMarked;
