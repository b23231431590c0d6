/** The command line of {@code ./tidings}. */
@NullMarked
package tidings.launcher.cli;

import org.jspecify.annotations.NullMarked;
