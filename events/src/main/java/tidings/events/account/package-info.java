/** What happens to an account. Credentials are never among it. */
@NullMarked
package tidings.events.account;

import org.jspecify.annotations.NullMarked;
