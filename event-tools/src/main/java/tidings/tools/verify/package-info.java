/** Checks that the event log is whole and readable. */
@NullMarked
package tidings.tools.verify;

import org.jspecify.annotations.NullMarked;
