/** Measures Tidings from outside, as its users meet it: the command line. */
@NullMarked
package tidings.load;

import org.jspecify.annotations.NullMarked;
