/** Reads facts from the event store through the command side: events, heads, memberships, access. */
@NullMarked
package tidings.gateway.eventlog;

import org.jspecify.annotations.NullMarked;
