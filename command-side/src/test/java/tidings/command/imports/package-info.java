/** Tests of {@code tidings.command.imports}. */
@NullMarked
package tidings.command.imports;

import org.jspecify.annotations.NullMarked;
