/** What the command side answers, as the gateway understands it. */
@NullMarked
package tidings.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
