/** Who somebody is: a client's address, decided in one place for all sides. */
@NullMarked
package tidings.access;

import org.jspecify.annotations.NullMarked;
