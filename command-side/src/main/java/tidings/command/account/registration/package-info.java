/** Makes accounts: reserves or assigns a name, records the event, stores the password. */
@NullMarked
package tidings.command.account.registration;

import org.jspecify.annotations.NullMarked;
