/** Tests of the books: every kind of broken promise is found. */
@NullMarked
package tidings.load.books;

import org.jspecify.annotations.NullMarked;
