/** Tests of the load command line. */
@NullMarked
package tidings.load;

import org.jspecify.annotations.NullMarked;
