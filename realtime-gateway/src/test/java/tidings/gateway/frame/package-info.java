/** What frames are read and how they are written. */
@NullMarked
package tidings.gateway.frame;

import org.jspecify.annotations.NullMarked;
