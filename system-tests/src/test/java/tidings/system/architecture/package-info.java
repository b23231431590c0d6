/** The architecture rules R1-R13 of the house, each with a counter-example that proves that it bites. */
@NullMarked
package tidings.system.architecture;

import org.jspecify.annotations.NullMarked;
