/** Holds what names look like. */
@NullMarked
package tidings.command.text;

import org.jspecify.annotations.NullMarked;
