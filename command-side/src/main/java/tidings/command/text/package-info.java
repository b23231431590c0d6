/** What text shows: its visible characters, its direction, its line breaks, and which names look alike. */
@NullMarked
package tidings.command.text;

import org.jspecify.annotations.NullMarked;
