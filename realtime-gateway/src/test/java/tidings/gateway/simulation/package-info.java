/** A simulated event loop, broker and event log: virtual time, seeded faults. */
@NullMarked
package tidings.gateway.simulation;

import org.jspecify.annotations.NullMarked;
