/** Which texts are emoji, their one spelling, and the names by which people type them. */
@NullMarked
package tidings.events.emoji;

import org.jspecify.annotations.NullMarked;
