/** Tests of the command line as a whole. */
@NullMarked
package tidings.tools;

import org.jspecify.annotations.NullMarked;
