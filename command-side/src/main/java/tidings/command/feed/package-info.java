/** The event log for the installation's other services: every event, in index order, as it lies in the store (NDJSON). */
@NullMarked
package tidings.command.feed;

import org.jspecify.annotations.NullMarked;
