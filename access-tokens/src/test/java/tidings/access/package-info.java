/** Tests of who somebody is. */
@NullMarked
package tidings.access;

import org.jspecify.annotations.NullMarked;
