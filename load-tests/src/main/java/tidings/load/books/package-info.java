/** Keeps exact books of what was sent, acknowledged and received: lost, doubled, reordered, one order for all. */
@NullMarked
package tidings.load.books;

import org.jspecify.annotations.NullMarked;
