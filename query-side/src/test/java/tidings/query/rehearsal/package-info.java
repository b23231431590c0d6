/** Rehearsals on real tables, and ones that must fail. */
@NullMarked
package tidings.query.rehearsal;

import org.jspecify.annotations.NullMarked;
