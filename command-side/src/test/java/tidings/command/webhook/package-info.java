/** Holds what webhooks make of what they are sent. */
@NullMarked
package tidings.command.webhook;

import org.jspecify.annotations.NullMarked;
