/** Tests of the checks: everything that can be wrong with a log is found. */
@NullMarked
package tidings.tools.verify;

import org.jspecify.annotations.NullMarked;
