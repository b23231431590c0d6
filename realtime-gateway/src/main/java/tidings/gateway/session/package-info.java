/** One client's conversation: hello, subscriptions, commands, limits and expiry. */
@NullMarked
package tidings.gateway.session;

import org.jspecify.annotations.NullMarked;
