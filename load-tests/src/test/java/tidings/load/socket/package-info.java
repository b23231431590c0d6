/** Tests of reading frames. */
@NullMarked
package tidings.load.socket;

import org.jspecify.annotations.NullMarked;
