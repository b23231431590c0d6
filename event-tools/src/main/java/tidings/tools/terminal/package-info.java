/** What the person at the terminal sees: progress, results, exit codes. */
@NullMarked
package tidings.tools.terminal;

import org.jspecify.annotations.NullMarked;
