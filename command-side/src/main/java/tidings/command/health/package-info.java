/** Says whether the node lives and whether it can do its work. */
@NullMarked
package tidings.command.health;

import org.jspecify.annotations.NullMarked;
