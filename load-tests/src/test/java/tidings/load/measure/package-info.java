/** Tests of the figures taken from the machine. */
@NullMarked
package tidings.load.measure;

import org.jspecify.annotations.NullMarked;
