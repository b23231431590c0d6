/** Where a client calls from, and how often it may: decided in one place for all sides. */
@NullMarked
package tidings.access;

import org.jspecify.annotations.NullMarked;
