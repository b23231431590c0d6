/** Reads a log that somebody writes to meanwhile. */
@NullMarked
package tidings.tools.log;

import org.jspecify.annotations.NullMarked;
