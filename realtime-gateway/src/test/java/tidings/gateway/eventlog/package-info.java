/** How reads of the event log are admitted. */
@NullMarked
package tidings.gateway.eventlog;

import org.jspecify.annotations.NullMarked;
