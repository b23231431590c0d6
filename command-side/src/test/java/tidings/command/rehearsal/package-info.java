/** Tests of the rehearsal. */
@NullMarked
package tidings.command.rehearsal;

import org.jspecify.annotations.NullMarked;
