/** Replays, verifies, looks back and imports: the command line of Tidings' event tools. */
@NullMarked
package tidings.tools;

import org.jspecify.annotations.NullMarked;
