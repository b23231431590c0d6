/** Asks the query side to rebuild its projections, and shows how it goes. */
@NullMarked
package tidings.tools.replay;

import org.jspecify.annotations.NullMarked;
