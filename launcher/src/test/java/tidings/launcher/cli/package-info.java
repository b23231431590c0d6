/** The commands as a person types them. */
@NullMarked
package tidings.launcher.cli;

import org.jspecify.annotations.NullMarked;
