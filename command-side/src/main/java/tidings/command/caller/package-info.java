/** Says who calls and what the call may do, however the caller proved it. */
@NullMarked
package tidings.command.caller;

import org.jspecify.annotations.NullMarked;
