/** What clients saw, and whether it agrees with the event log: the checker of the invariants, in the manner of Jepsen. */
@NullMarked
package tidings.system.history;

import org.jspecify.annotations.NullMarked;
