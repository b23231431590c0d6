/** Tests of seeding and of the tokens that it signs. */
@NullMarked
package tidings.load.seed;

import org.jspecify.annotations.NullMarked;
