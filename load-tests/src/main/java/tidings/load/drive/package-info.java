/** Drives a scenario: connects the clients, sends on schedule whatever the answers do, waits for the rest. */
@NullMarked
package tidings.load.drive;

import org.jspecify.annotations.NullMarked;
