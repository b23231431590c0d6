/** Proves the group commit, idempotency and reads of the log against a real MySQL. */
@NullMarked
package tidings.command.eventstore;

import org.jspecify.annotations.NullMarked;
